import type { Words } from '../problem.js';
import { either } from './phrases.js';

/** Problems of values that do not go together. */

export const countsWithoutSource = (): Words => ({
  expected: '"source" beside it: what the value was learned from',
  mend: 'write "source: drill"',
});

export const countsNowhere = (): Words => ({
  expected: 'a time, a rate or a share of the runbook, of links, of call-outs, or of runs, replicas and archives',
  mend: 'remove the key: of this value no uncertainty is played',
});

export const noIncident = (): Words => ({
  expected: 'at least one kind of incident',
  found: 'none',
  mend: 'write "region-loss: {}"',
});

export const noSteps = (): Words => ({ expected: 'at least one step', found: 'none' });

export const periodBackwards = (): Words => ({ expected: 'a day after "from"' });

export const noProtection = (protections: readonly string[]): Words => ({
  expected: either(protections),
  found: 'none of them',
  missing: protections,
  mend: 'say what keeps a second copy, or what it is rebuilt from',
});

export const secondProtection = (first: string): Words => ({
  expected: `no copy beside "${first}", of which nothing is ever lost`,
  mend: 'remove one of the two ("key: null" removes what is inherited)',
});

export const neverDataBearing = (protection: string): Words => ({
  expected: `false, as nothing of a surface with "${protection}" is ever lost`,
  mend: 'remove the key',
});

export const needsBaseBackup = (key: string): Words => ({
  expected: `"base-backup" beside "${key}"`,
  mend: 'a log rolls a restored backup forward; without one there is nothing to start from',
});

export const testWithoutDecay = (): Words => ({
  expected: '"silently-unrestorable-after" in "base-backup", which a restore test would find out',
  mend: 'add it, or remove the restore test',
});

export const decayWithoutTest = (): Words => ({
  expected: '"restore-test" in the surface, without which backups would be bad for ever',
  mend: 'write "restore-test: { every: 30d }"',
});

export const findsOnlyOnce = (): Words => ({
  expected: '"every" beside it: what one test misses, a later one may find',
  mend: 'write "every: 30d" beside it',
});

export const badUnnoticed = (surface: string): Words => ({
  expected: `a step that restores "${surface}", where a bad backup is found out`,
  found: 'none',
  mend: `write "restores: ${surface}" in the step that restores it`,
});

export const unlimitedCallOut = (): Words => ({
  expected: 'a number of people, as each of them is called out',
  mend: 'write a count, or remove "call-out"',
});

export const nothingCounted = (surface: string): Words => ({
  expected: `a data-bearing surface, and "${surface}" is not`,
  mend: 'a surface that may be lost whole has no loss to catch up with',
});

export const testAfterPeriod = (from: string): Words => ({
  expected: `a day that is not after the start of the period (${from})`,
  mend: 'give the last test before the period; later ones follow from "every"',
});

export const answerAfterPeriod = (from: string): Words => ({
  expected: `a day that is not after the start of the period (${from})`,
  mend: 'give the day on which it was last done, or "no"',
});

export const sizeUnknown = (surface: string): Words => ({
  expected: `a surface whose size is known, and "${surface}" has none`,
  mend: `write "size: 500 GiB" in surfaces.${surface}`,
});

export const nothingToRestore = (surface: string, copies: readonly string[]): Words => ({
  expected: `a surface with ${either(copies)}, and "${surface}" has none`,
});

export const noRecoveryPoint = (surface: string): Words => ({
  expected: `a surface with backups or a replica, and "${surface}" loses nothing`,
});

export const restoredTwice = (surface: string, step: string): Words => ({
  expected: `one step that restores "${surface}"`,
  found: `a second, after "${step}"`,
  mend: 'let one of the two steps follow the other, and remove its "restores"',
});
