import type { Argv } from 'yargs';
import { lastGiven } from './last-given.js';
import { wholeNumber } from './number-option.js';
import { Refusal } from './refusal.js';

/** How the inputs are drawn that nobody knows exactly, as it was written. */
export interface DrawOptions {
  readonly draws: string | undefined;
  readonly 'assumptions-count': string;
}

/** The same as numbers. */
export interface DrawNumbers {
  /** 0 for none; undefined where nothing was said. */
  readonly draws: number | undefined;
  /** Undefined where assumptions are taken as known. */
  readonly assumptionsCount: number | undefined;
}

/** Fewer have no ends of a 95 % band; more take long and say no more. */
const DRAWS = { least: 40, most: 10_000 } as const;

/** What an assumption counts as, in measured times, where nothing else is said. */
export const USUAL_ASSUMPTIONS_COUNT = 2;

/** Adds the options of what plays inputs that nobody knows exactly. */
export function drawOptions<Options>(parser: Argv<Options>, usual: string): Argv<Options & DrawOptions> {
  return parser
    .option('draws', {
      type: 'string',
      requiresArg: true,
      defaultDescription: usual,
      coerce: lastGiven<string | undefined>,
      describe: 'How many times the inputs are drawn that nobody knows exactly; 0 for not at all',
    })
    .option('assumptions-count', {
      type: 'string',
      requiresArg: true,
      default: String(USUAL_ASSUMPTIONS_COUNT),
      defaultDescription: String(USUAL_ASSUMPTIONS_COUNT),
      coerce: lastGiven<string>,
      describe: 'What an assumption counts as in measured times, where inputs are drawn; 0 takes it as known',
    });
}

/** @throws Refusal when a number is none, or out of its bounds. */
export function requireDrawNumbers({ draws, 'assumptions-count': counts }: DrawOptions): DrawNumbers {
  const count = draws === undefined ? undefined : wholeNumber(draws, '--draws', { from: 0, to: DRAWS.most });
  if (count !== undefined && count > 0 && count < DRAWS.least) {
    throw new Refusal(
      `--draws: expected 0, or a whole number from ${String(DRAWS.least)} to ${String(DRAWS.most)}, found ${String(count)}`,
      'write --draws 200',
    );
  }
  return { draws: count, assumptionsCount: assumptionsOption(counts) };
}

function assumptionsOption(text: string): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value === 0) return undefined;
  if (value >= 0.1 && value <= 1_000_000) return value;
  throw new Refusal(
    `--assumptions-count: expected 0, or a number from 0.1 to 1000000, found ${text}`,
    'write --assumptions-count 2',
  );
}
