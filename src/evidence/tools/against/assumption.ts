/** One value of a scenario beside what a tool's history shows. */
export interface Assumption {
  /** Of the value in the scenario: `surfaces.postgresql.base-backup.takes`. */
  readonly path: string;
  /** As text; null where the scenario says nothing. */
  readonly assumed: string | null;
  /** As text; null where the history shows nothing. */
  readonly observed: string | null;
  /**
   * `agrees`, `differs`; `undecided` where the history is too short or of another kind; `only-assumed` and
   * `only-observed` where there is nothing to compare with.
   */
  readonly verdict: 'agrees' | 'differs' | 'undecided' | 'only-assumed' | 'only-observed';
  /** Why, in words. */
  readonly words: string;
}

/** The verdicts of assumptions. */
export const ASSUMPTION_VERDICTS: readonly Assumption['verdict'][] = [
  'agrees',
  'differs',
  'undecided',
  'only-assumed',
  'only-observed',
];
