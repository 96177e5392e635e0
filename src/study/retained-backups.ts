import { asPlanned } from '../plan/as-planned.js';
import { ColumnTable } from '../plan/columns.js';
import type { BackupPlan } from '../plan/plan.js';
import { compileSurface } from '../plan/surfaces.js';
import type { BackupProtection, Retention, Scenario } from '../scenario/scenario.js';
import { ParentRun } from '../simulation/parent-run.js';
import { RetentionTally } from '../simulation/retention-tally.js';
import { RHYTHMS } from '../units/calendar-bucket.js';
import type { Rhythm } from '../units/calendar-bucket.js';
import { DAY, instant } from '../units/quantity.js';
import type { Instant } from '../units/quantity.js';
import { PlannedRuns } from './planned-runs.js';

/** The name of a rule of retention, as a scenario writes it. */
export type RetentionRule = 'age' | 'count' | Rhythm;

/** The backups of one copy that exist at an instant when everything has gone as planned. */
export interface RetainedBackups {
  /** The rules of retention, as the scenario has them: an age in seconds, a count, so many hours, days, weeks, … */
  readonly rules: readonly { readonly name: RetentionRule; readonly amount: number }[];
  /** The newest first. */
  readonly backups: readonly RetainedBackup[];
  /** Runs that have begun, and cannot be restored from yet. */
  readonly unfinished: number;
}

/** One backup that exists. */
export interface RetainedBackup {
  readonly level: 'full' | 'differential' | 'incremental';
  readonly begun: Instant;
  readonly ended: Instant;
  /** Since when it can be restored from. */
  readonly usableFrom: Instant;
  /** The rules that keep it, or the full that it builds on, in the order of `rules`. */
  readonly keptBy: readonly RetentionRule[];
  /** When the full that it builds on began; its own begin for a full. */
  readonly fullBegun: Instant;
}

/** The copies of a scenario whose backups a calendar can show, in its order. */
export function retainedCopies(scenario: Scenario): readonly { readonly surface: string; readonly copy: string }[] {
  return scenario.surfaces.flatMap(({ name, copies }) =>
    copies.filter(({ protection }) => protection.kind === 'backup').map((copy) => ({ surface: name, copy: copy.name })),
  );
}

/**
 * Which backups of a copy exist at an instant, and which rules keep each: the schedule played to that instant as planned,
 * where no run fails and each takes its mean. A backup exists when it has arrived where it can be restored from, with all
 * that it builds on, and its full is kept. Any instant can be asked about, also outside the period of the scenario.
 *
 * @throws RangeError when the scenario has no backups of that name, or `at` is not finite.
 * @throws UnplayableError when the schedule cannot be listed that far back (see `cronTimes`).
 */
export function retainedBackups(
  scenario: Scenario,
  { surface, copy, at }: { readonly surface: string; readonly copy: string; readonly at: Instant },
): RetainedBackups {
  if (!Number.isFinite(at)) throw new RangeError(`retainedBackups: at must be finite, is ${at}`);
  const epoch = Math.floor(at);
  const { keep, plan } = plannedBackup(scenario, { surface, copy, epoch });
  const runs = new PlannedRuns(plan, epoch, at - epoch);
  const fulls = fullsKept(keep, runs, epoch);
  const kept = [...fulls.values(), ...builtOn(fulls, runs, epoch)];
  return {
    rules: writtenRules(keep).map((name) => ({ name, amount: Number(keep[name]) })),
    backups: kept.sort((one, other) => other.begun - one.begun),
    unfinished: runs.countUnfinished(),
  };
}

/** The backups of a copy with nothing left to chance, compiled around an instant in seconds since 1970. */
function plannedBackup(
  scenario: Scenario,
  { surface, copy, epoch }: { readonly surface: string; readonly copy: string; readonly epoch: number },
): { readonly keep: Retention; readonly plan: BackupPlan } {
  const found = scenario.surfaces.find(({ name }) => name === surface);
  const asked = found?.copies.find(({ name }) => name === copy);
  if (found === undefined || asked?.protection.kind !== 'backup') {
    throw new RangeError(`retainedBackups: "${surface}" has no backups "${copy}"`);
  }
  const protection: BackupProtection = asPlanned(asked.protection);
  const span = { epoch, periodLength: 2 * DAY, timezone: scenario.timezone, before: 0 };
  const compiled = compileSurface({ ...found, copies: [{ ...asked, protection }] }, scenario, span, new ColumnTable())
    .copies[0].protection;
  if (compiled.kind !== 'backup') throw new Error('retainedBackups: backups were compiled into something else');
  return { keep: protection.keep, plan: compiled };
}

/** The fulls that exist, by when they were due, the newest first. */
function fullsKept(keep: Retention, runs: PlannedRuns, epoch: number): ReadonlyMap<number, RetainedBackup> {
  const tally = new RetentionTally(runs.plan.keep, epoch);
  tally.begin(runs.now);
  const kept = new Map<number, RetainedBackup>();
  for (const run of runs.usable(0)) {
    if (!tally.keeps(run.due)) {
      if (tally.isAtEnd()) break;
      continue;
    }
    const begun = instant(epoch + run.begun);
    kept.set(run.due, { level: 'full', ...datesOf(run, epoch), keptBy: rulesOf(tally.keptBy, keep), fullBegun: begun });
  }
  return kept;
}

/** What builds on fulls that exist, and exists itself. */
function builtOn(fulls: ReadonlyMap<number, RetainedBackup>, runs: PlannedRuns, epoch: number): RetainedBackup[] {
  const parent = new ParentRun(runs.plan, runs.levels);
  parent.begin(runs.now);
  /** From when a run was due to when the full was that it builds on in the end; NaN when something was missing. */
  const roots = new Map<number, number>();
  const rootOf = (first: number, due: number): number => {
    const chain: number[] = [];
    let root = due;
    for (let level = first; level > 0; root = parent.due) {
      const known = roots.get(root);
      if (known !== undefined) {
        root = known;
        break;
      }
      chain.push(root);
      level = parent.find(level, root);
      if (level < 0) parent.due = NaN;
    }
    for (const member of chain) roots.set(member, root);
    return root;
  };
  return runs.plan.runs.slice(1).flatMap(({ level }, place) =>
    runs.usable(place + 1).flatMap((run): RetainedBackup[] => {
      const full = fulls.get(rootOf(place + 1, run.due));
      if (full === undefined) return [];
      return [{ level, ...datesOf(run, epoch), keptBy: full.keptBy, fullBegun: full.begun }];
    }),
  );
}

function datesOf(run: { readonly begun: number; readonly ended: number; readonly usableFrom: number }, epoch: number) {
  return {
    begun: instant(epoch + run.begun),
    ended: instant(epoch + run.ended),
    usableFrom: instant(epoch + run.usableFrom),
  };
}

/** From the bits of `RetentionTally` to the names of the rules. */
function rulesOf(bits: number, keep: Retention): readonly RetentionRule[] {
  const plain = writtenRules(keep).filter((name) => name === 'age' || name === 'count');
  const calendar = writtenRules(keep).filter((name) => name !== 'age' && name !== 'count');
  return [...((bits & 1) === 0 ? [] : plain), ...calendar.filter((_, place) => (bits & (2 << place)) !== 0)];
}

/** The rules that a scenario has written, in one order; those of the calendar as the plan has them. */
function writtenRules(keep: Retention): readonly RetentionRule[] {
  const names: readonly RetentionRule[] = ['age', 'count', ...RHYTHMS.map(({ name }) => name)];
  return names.filter((name) => keep[name] !== undefined);
}
