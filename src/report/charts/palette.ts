/** The colours of a chart by their meaning, so that one specification can be drawn for light, dark and a themed page. */
export interface Palette {
  readonly ground: string;
  /** Words that matter, and words beside them. */
  readonly ink: string;
  readonly soft: string;
  /** Axes, and lines to read heights by. */
  readonly line: string;
  readonly faint: string;
  /** What is forecast: its curve, and the area below it. */
  readonly first: string;
  readonly firstArea: string;
  /** The part of it that lies beyond what is promised. */
  readonly missedArea: string;
  /** What it is held against: another scenario, an earlier result. */
  readonly second: string;
  /** Planning ranges. */
  readonly band: string;
  /** What was measured. */
  readonly drill: string;
  readonly met: string;
  readonly undecided: string;
  readonly missed: string;
  /** Time in which somebody, or something, was waited for. */
  readonly waiting: string;
}

/**
 * On white. Every colour in which words are set keeps a contrast of at least 4.5 to the ground; blue, orange and purple
 * stay apart for the colour-blind (Okabe and Ito 2008, darkened for words).
 */
export const LIGHT: Palette = {
  ground: '#ffffff',
  ink: '#1c2226',
  soft: '#57606a',
  line: '#c3cbd1',
  faint: '#edf0f2',
  first: '#0b5c92',
  firstArea: '#9cc4de',
  missedArea: '#e3aaa4',
  second: '#a34700',
  band: '#eaeff3',
  drill: '#6b2f7a',
  met: '#1a6b3a',
  undecided: '#835400',
  missed: '#b3261e',
  waiting: '#c9ced3',
};

/** The same on a dark ground. */
export const DARK: Palette = {
  ground: '#14171b',
  ink: '#e8eaed',
  soft: '#a4adb8',
  line: '#4a525c',
  faint: '#262b32',
  first: '#7ab8f5',
  firstArea: '#2c5578',
  missedArea: '#6e3833',
  second: '#f0a35c',
  band: '#23292f',
  drill: '#dba6e8',
  met: '#7fd19b',
  undecided: '#f0bf5c',
  missed: '#ff9d94',
  waiting: '#4a525c',
};

/** Colours that the page around the chart decides, by custom properties of these names. */
export const THEMED: Palette = Object.fromEntries(
  Object.keys(LIGHT).map((name) => [name, `var(${customProperty(name)})`]),
) as unknown as Palette;

/** A palette as custom properties of a style sheet. */
export function customProperties(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `${customProperty(name)}: ${String(colour)};`)
    .join(' ');
}

function customProperty(name: string): string {
  return `--chart-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
