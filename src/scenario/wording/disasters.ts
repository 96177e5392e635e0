import type { Words } from '../problem.js';
import { meant } from './phrases.js';

/** Problems of what strikes, of where things live, and of what people decide. */

const MOST_NAMES = 8;

export const kindWithoutFrequency = (): Words => ({
  expected: 'how often it is expected, as several kinds are mixed by their frequency',
  mend: 'write "1 per 20y"',
});

export const needsCorruption = (key: string): Words => ({
  expected: `"corrupts" beside "${key}"`,
  mend: 'name the surfaces whose content is bad, or remove it: what destroys is noticed at once',
});

const CIRCLES = {
  sites: { expected: 'sites that are not within themselves', key: 'within' },
  surfaces: { expected: 'keys that can be read without themselves', key: 'readable-with' },
  incidents: { expected: 'incidents that do not set themselves off', key: 'sets-off' },
} as const;

export const circleOf = (what: keyof typeof CIRCLES, circle: readonly string[]): Words => ({
  expected: CIRCLES[what].expected,
  found: circle.join(' → '),
  mend: `remove one "${CIRCLES[what].key}" of the circle`,
});

export const homeless = (sites: readonly string[]): Words => ({
  expected: `where it lives, as the file has sites (${sites.slice(0, MOST_NAMES).join(', ')})`,
  mend: `write "on: ${sites[0]}"`,
});

export const noAlternatives = (): Words => ({ expected: 'at least one alternative', found: 'none' });

export const tooManyAlternatives = (most: number, count: number): Words => ({
  expected: `at most ${String(most)} alternatives`,
  found: String(count),
  mend: 'let one of them lead to a second decision',
});

export const lastIsConditional = (): Words => ({
  expected: 'a last alternative without conditions, so that there is always one',
  mend: 'remove the condition, or add an alternative after it',
});

export const nobodyReturns = (): Words => ({
  expected: 'a kind of incident with "provider-returns-after", for which it could wait',
  mend: 'add it to the kinds of which the provider recovers, or remove "waits"',
});

export const workOfNobody = (): Words => ({
  expected: '"needs" beside it, as work costs what its people cost',
  mend: 'name the roles, or write "amount"',
});

export const nothingToDo = (): Words => ({
  expected: '"takes" beside it, as people who do nothing cost nothing',
  mend: 'say how long the work takes, or remove the key',
});

export const laterWithoutPrices = (): Words => ({
  expected: 'the section "costs", in whose currency it is',
  mend: 'write "costs: { currency: EUR }", with what else has a price',
});

export const noSuchCopy = (surface: string, copy: string): Words => ({
  expected: `a copy of "${surface}", which has no "${copy}"`,
  mend: `write it in surfaces.${surface}, or name another copy`,
});

export const nameTakenBy = (what: string): Words => ({
  expected: `a name that is not that of ${what}, as "when" could mean either`,
  mend: 'rename one of the two',
});

export const unknownCondition = (name: string, known: readonly string[]): Words => ({
  expected: `a kind of incident, a surface or an alternative (${known.slice(0, MOST_NAMES).join(', ')}${known.length > MOST_NAMES ? ', …' : ''})`,
  ...meant(name, known),
});

export const decidedTooLate = (alternative: string, after: string, step: string): Words => ({
  expected: `an alternative that is decided before the step begins; "${alternative}" is decided after "${after}"`,
  mend:
    step === after
      ? 'remove the condition, or let an earlier step be the one after which it is decided'
      : `let the step follow "${after}"`,
});

export const wantedAnswer = (): Words => ({
  expected: '"yes", "no", or the day on which it was done, such as 2026-01-14',
  mend: 'write yes, no or a day; leave it out while nobody knows',
});

export const noBackupsToSpoil = (surface: string): Words => ({
  expected: `a surface with "base-backup" or "snapshots", which "${surface}" has not`,
  mend: 'name another surface, or remove it',
});

export const noDecayToHasten = (surface: string): Words => ({
  expected: `"silently-unrestorable-after" in the base-backup of "${surface}", in whose place it stands`,
  mend: 'say there when its backups go bad while all is well, or write "restorable" here',
});

export const stopsShared = (): Words => ({
  expected: 'a transfer that is alone on the wire, as a shared one has no time of its own',
  mend: 'remove "over" or "stops-after"',
});

export const stopsNoLog = (): Words => ({
  expected: 'a transfer of a log ("postgresql.log-to-replay"), of which a part can be left out',
  mend: 'remove "stops-after": half of anything else is no use',
});
