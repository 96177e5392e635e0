/** How a command ends, as documented under `drillcast --help`. */
export const EXIT = {
  done: 0,
  objectiveMissed: 1,
  /** A problem in the reader's file or arguments. */
  refused: 2,
  /** A fault of our own. */
  fault: 70,
  /** The reader has interrupted the run; what was played until then is told. The number that shells know it by. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
