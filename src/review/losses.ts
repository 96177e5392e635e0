import type { Trace, TracedCopy, TracedRun } from '../study/trace.js';

/** Why a surface could not be brought back from incidents of one kind, and how many of those looked at it was so for. */
export interface Loss {
  readonly kind: string;
  readonly surface: string;
  /** What had become of each copy, in words: `backups: lost with it`. */
  readonly why: readonly string[];
  /** What would have left something, one for each reason. */
  readonly saves: readonly string[];
  readonly incidents: number;
}

type Outcome = TracedRun['outcome'];

/** What had become of runs of which none was usable, the reason that explains most first, and what would help. */
const RUNS: readonly (readonly [readonly Outcome[], string, string])[] = [
  [['corrupted'], 'what was kept was made after the onset', 'older runs, kept for longer than it takes to notice'],
  [
    ['bad', 'without-base'],
    'what was kept could not be restored',
    'restore tests that find bad runs sooner, or a second copy',
  ],
  [['not-copied'], 'what was kept had not left the site yet', 'runs that leave the site sooner'],
];
/** Copies that follow their surface, or are made of it anew, and have no runs. */
const FOLLOWING: ReadonlySet<string> = new Set(['replica', 'versions', 'versioned', 'rebuilt-from']);
const FOLLOWED = ['held nothing from before the harm', 'older states beside it, such as backups or snapshots'] as const;
const NO_RUN = ['there was no whole run yet', 'runs that are kept for longer, or fail less'] as const;

/**
 * Why incidents could not be recovered from, the most frequent reason first: of each surface without a recovery point, what
 * had become of its copies.
 *
 * @param traces of incidents that could not be recovered from.
 */
export function lossesOf(traces: readonly Trace[]): readonly Loss[] {
  const found = new Map<string, Loss>();
  for (const { kind, surfaces } of traces) {
    for (const { name: surface, recoveryPoint, copies } of surfaces) {
      if (recoveryPoint !== null) continue;
      const reasons = copies.map((copy) => reasonOf(copy, kind));
      const why = reasons.map(([words]) => words);
      const key = JSON.stringify([kind, surface, why]);
      const saves = [...new Set(reasons.map(([, save]) => save))];
      const { incidents } = found.get(key) ?? { incidents: 0 };
      found.set(key, { kind, surface, why, saves, incidents: incidents + 1 });
    }
  }
  return [...found.values()].sort((one, other) => other.incidents - one.incidents);
}

function reasonOf({ name, left, runs }: TracedCopy, kind: string): readonly [why: string, save: string] {
  if (left === 'lost') return [`${name}: lost with it`, `a copy that ${kind} does not take: elsewhere, or immutable`];
  if (left === 'cut-off') return [`${name}: out of reach`, `a copy that stays in reach in a ${kind}`];
  if (FOLLOWING.has(name)) return [`${name}: ${FOLLOWED[0]}`, FOLLOWED[1]];
  const outcomes = new Set(runs.map(({ outcome }) => outcome));
  const told = RUNS.find(([each]) => each.some((outcome) => outcomes.has(outcome)));
  const [, why, save] = told ?? [[], ...NO_RUN];
  return [`${name}: ${why}`, save];
}
