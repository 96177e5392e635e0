import { blankOutcomes, type OutcomeNames } from '../study/blank-outcomes.js';
import type { IncidentRange } from '../study/incident-range.js';
import type { Shard } from '../study/shard-range.js';
import type { SummaryContext } from '../study/summarise.js';
import type { UncertaintySummary } from '../study/uncertainty/uncertainty-summary.js';
import { shellLine } from './shell-line.js';

/** Name and version of the format of a part file; it changes when a reader of this version could not read it. */
export const PART_FORMAT = 'drillcast-part/1';

/**
 * What a part file says of itself in its first line, a JSON document: all that is needed to put the parts of a run
 * together and to answer, without the scenario.
 */
export interface PartHeader {
  readonly format: typeof PART_FORMAT;
  /** Version of Drillcast, the scenario and its hash, and what the answer is held against. */
  readonly context: SummaryContext;
  readonly seed: number;
  /** Of the whole run. */
  readonly incidents: number;
  readonly shard: Shard;
  /** Which incidents of the run it holds. */
  readonly range: IncidentRange;
  readonly names: OutcomeNames;
  /** With how many draws of the inputs the whole is told, and what an assumption counts as in them; null without any. */
  readonly draws: { readonly count: number; readonly assumptionsCount: number | null } | null;
  /** What is not known of the inputs: in the first part, where draws are played, and null in the others. */
  readonly uncertainty: UncertaintySummary | null;
}

/** Bytes of the SHA-256 that ends a part file. */
export const CHECKSUM_BYTES = 32;

/**
 * The first line, ended by a newline and filled up with blanks to a multiple of 8 bytes, so that the numbers that follow
 * stand where a reader can map them.
 */
export function headerLine(header: PartHeader): Uint8Array {
  const text = Buffer.from(JSON.stringify(header));
  const line = Buffer.alloc(Math.ceil((text.length + 1) / 8) * 8, ' ');
  line.set(text);
  line[line.length - 1] = 0x0a;
  return line;
}

/** How many numbers follow the first line. */
export function valueCount({ names, seed, range }: PartHeader): number {
  let count = 0;
  const nothing = new Float64Array(0);
  // Asked of the one who knows: no memory is taken.
  blankOutcomes(names, { seed, range }, (values) => {
    count += values;
    return nothing;
  });
  return count;
}

/** The command that plays a part of that run into a file. */
export function shardCommand(header: PartHeader, { number, of }: Shard, path: string): string {
  const { context, incidents, seed, draws } = header;
  const numbers = [
    ...(draws === null
      ? []
      : ['--draws', String(draws.count), '--assumptions-count', String(draws.assumptionsCount ?? 0)]),
    ...['--incidents', String(incidents), '--seed', String(seed)],
  ];
  const shard = ['--shard', `${number}/${of}`, '--out', path];
  return shellLine(['drillcast', 'run', context.scenario.file, ...numbers, ...shard]);
}
