/** The kinds of what a tool's history shows to be wrong, or worth a look. */
export const FINDING_KINDS = [
  'missing-run',
  'failed-run',
  'flagged-backup',
  'outside-schedule',
  'stale-backup',
  'growing-gap',
  'overlap',
  'clock-step',
  'broken-chain',
  'retention-short',
  'not-pruned',
  'log-does-not-reach',
  'archive-gap',
  'archive-stopped',
  'archive-failures',
  'archive-lag-grows',
] as const;

/** What is found in a tool's history, in a sentence for people. */
export interface Finding {
  readonly kind: (typeof FINDING_KINDS)[number];
  /** `problem`: a recovery would miss something now. `warning`: worth a look. */
  readonly severity: 'problem' | 'warning';
  readonly text: string;
}

/** A finding of a kind. */
export function finding(kind: Finding['kind'], severity: Finding['severity'], text: string): Finding {
  return { kind, severity, text };
}

/** `1 run`, `2 runs`. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
