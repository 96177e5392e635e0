/** How a terminal marks text. Each function returns its argument, perhaps wrapped in codes that take no width. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly red: (text: string) => string;
}

const unchanged = (text: string): string => text;

/** No marks at all: for files, pipes and tests. */
export const plainStyle: Style = {
  bold: unchanged,
  dim: unchanged,
  green: unchanged,
  yellow: unchanged,
  red: unchanged,
};
