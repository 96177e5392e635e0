import { BLOCK_INCIDENTS } from '../simulation/block-draws.js';
import type { IncidentRange } from './incident-range.js';

/** One of several parts into which a run is cut. */
export interface Shard {
  /** Counted from 1. */
  readonly number: number;
  /** How many there are. */
  readonly of: number;
}

/** Into how many parts a run can be cut at most: none of them may be empty. */
export function mostShards(incidents: number): number {
  return Math.ceil(incidents / BLOCK_INCIDENTS);
}

/**
 * The incidents of one part of a run: whole blocks, as evenly as they go. The parts follow each other without a gap.
 *
 * @throws RangeError when there is no such part.
 */
export function shardRange({ number, of }: Shard, incidents: number): IncidentRange {
  const blocks = mostShards(incidents);
  if (!(number >= 1 && number <= of && of <= blocks)) {
    throw new RangeError(`shardRange: a run of ${incidents} incidents has no part ${number} of ${of}`);
  }
  const startOf = (shard: number): number => Math.floor((shard * blocks) / of) * BLOCK_INCIDENTS;
  return { from: startOf(number - 1), to: Math.min(startOf(number), incidents) };
}
