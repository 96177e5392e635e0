import type { Summary } from '../study/summary.js';
import { durationText } from '../units/duration-text.js';
import { metricLabel, metricsInReadingOrder } from './metric-label.js';
import type { Shape } from './shape.js';
import type { Style } from './style.js';
import { fitLeft, fitRight } from './text-width.js';

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** One row of blocks per metric between its P1 and its P99; no lines when there is nothing to draw. */
export function textShapes(summary: Summary, shapes: Readonly<Record<string, Shape>>, style: Style): readonly string[] {
  const names = metricsInReadingOrder(summary).filter((name) => name in shapes);
  if (names.length === 0) return [];
  return [
    style.bold('How the incidents spread') + style.dim('  from P1 to P99'),
    ...names.map((name) => {
      const { from, to, scale, counts } = shapes[name];
      const note = scale === 'logarithmic' ? style.dim(' log scale') : '';
      return `  ${fitLeft(metricLabel(name), 18)}${fitRight(durationText(from), 7)} ${blocks(counts)} ${durationText(to)}${note}`;
    }),
  ];
}

/** Counts as block characters, the largest a full block; a bin without any incident stays blank. */
export function blocks(counts: readonly number[]): string {
  const largest = Math.max(...counts);
  return counts.map((count) => (count === 0 ? ' ' : BLOCKS[Math.ceil((count / largest) * 8) - 1])).join('');
}
