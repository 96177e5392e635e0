import type { Argv } from 'yargs';
import type { Drill } from '../evidence/drills/drill.js';
import { instantOption } from './drill-log-file.js';
import { lastGiven } from './last-given.js';
import { Refusal } from './refusal.js';

/** Which drills count, by their beginning: RFC 3339, as they were written. */
export interface DrillSpan {
  readonly since: string | undefined;
  readonly until: string | undefined;
}

/** Adds the options by which only some of the drills count: what is learned from the first can be held against the later. */
export function drillSpanOptions<Options>(parser: Argv<Options>): Argv<Options & DrillSpan> {
  const instant = { type: 'string', requiresArg: true, coerce: lastGiven<string | undefined> } as const;
  return parser
    .option('since', { ...instant, describe: 'Only drills that began at this instant or later' })
    .option('until', { ...instant, describe: 'Only drills that began before this instant' });
}

/**
 * The drills that began between the two.
 *
 * @throws Refusal when there is none, or one of the two is no instant.
 */
export function drillsWithin(drills: readonly Drill[], { since, until }: DrillSpan): readonly Drill[] {
  const from = since === undefined ? -Infinity : instantOption(since, '--since');
  const to = until === undefined ? Infinity : instantOption(until, '--until');
  const within = drills.filter(({ began }) => began >= from && began < to);
  if (within.length > 0) return within;
  throw new Refusal('no drill began between --since and --until', 'leave one of the two out, or move it');
}

/** The options again, as words of a shell. */
export function spanWords({ since, until }: DrillSpan): readonly string[] {
  return [...(since === undefined ? [] : ['--since', since]), ...(until === undefined ? [] : ['--until', until])];
}
