import type { WrittenLeaf } from './engine/protocol.js';
import { sliderScale } from './slider-scale.js';

/** What matters most in most plans, and how many of each are shown until the reader chooses. */
const USUAL: readonly { readonly pattern: RegExp; readonly most: number }[] = [
  { pattern: /^surfaces\.[^.]+\.base-backup\.schedule$/, most: 2 },
  { pattern: /^surfaces\.[^.]+\.log-archive\.every$/, most: 1 },
  { pattern: /^surfaces\.[^.]+\.replication\.every$/, most: 1 },
  { pattern: /^surfaces\.[^.]+\.base-backup\.keep$/, most: 1 },
  { pattern: /^people\.engineers\.count$|^people\.[^.]+\.count$/, most: 2 },
  { pattern: /^runbook\.restore-[^.]+\.transfers\.rate$|^runbook\.[^.]+\.transfers\.rate$/, most: 1 },
  { pattern: /^links\.[^.]+\.rate$/, most: 1 },
  { pattern: /^decisions\..*\.waits$/, most: 1 },
];

/** The values that have a slider before anybody has chosen some. */
export function usualSliders(values: readonly WrittenLeaf[]): readonly string[] {
  return USUAL.flatMap(({ pattern, most }) =>
    values
      .filter(({ path, text }) => pattern.test(path) && sliderScale(text) !== undefined)
      .slice(0, most)
      .map(({ path }) => path),
  );
}
