import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The worked scenarios, by their names. */
export const RUNS: readonly string[] = readdirSync('scenarios')
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => basename(file, '.yaml'));

/** A review of `reports/`. */
export interface SampleReview {
  /** Its folder. */
  readonly name: string;
  readonly scenario: string;
  /** What it is asked besides. */
  readonly asked: readonly string[];
  /** Whether its charts are written one by one, too. */
  readonly hasCharts: boolean;
}

/** Real recoveries that were measured, by the scenario that they are held against. */
const DRILLS: Readonly<Record<string, string>> = {
  'postgres-pgbackrest-drills': 'scenarios/drills/postgres-pgbackrest',
};

/** The review of each scenario, and the one that sets hot-cold beside hot-warm. */
export const REVIEWS: readonly SampleReview[] = [
  ...RUNS.map((name) => ({
    name,
    scenario: `scenarios/${name}.yaml`,
    // Without scripts, as there are many of them.
    asked: [...(name in DRILLS ? ['--drills', DRILLS[name]] : []), '--no-live'],
    hasCharts: false,
  })),
  {
    name: 'dalp-hot-cold-against-hot-warm',
    scenario: 'scenarios/dalp-hot-cold.yaml',
    asked: ['--compare', 'scenarios/dalp-hot-warm.yaml'],
    hasCharts: true,
  },
];

/** The command that answers for a scenario. */
export function runWords(name: string): readonly string[] {
  return ['run', `scenarios/${name}.yaml`, '--incidents', '100000'];
}

/** The day of the reviews. */
const DAY_OF_REVIEW = '2026-11-28';

/** The command that writes a review into a folder. */
export function reviewWords({ scenario, asked }: SampleReview, folder: string): readonly string[] {
  const files = ['html', 'md', 'json'].map((ending) => join(folder, `review.${ending}`));
  return [
    // A day is said, so that the same bytes come out on every other one.
    ...['report', scenario, ...asked, '--as-of', DAY_OF_REVIEW, '--incidents', '20000'],
    ...['--html', files[0], '--markdown', files[1], '--json', files[2]],
  ];
}
