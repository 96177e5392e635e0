import type { Summary } from '../study/summary.js';
import { metricLabel } from './metric-label.js';
import { basisWords } from './rests-on-words.js';
import type { Style } from './style.js';
import { wrapWords } from './text-width.js';

const METRICS = ['rto', 'rpo', 'rtt'] as const;
const INDENT = 7;

/** What the worst twentieth of each metric rests on, a line each; none where nothing was above 0. */
export function textRestsOn({ restsOn }: Pick<Summary, 'restsOn'>, columns: number, style: Style): readonly string[] {
  const lines = METRICS.flatMap((metric) => {
    const rests = restsOn[metric];
    if (rests === null) return [];
    const words = wrapWords(rests.bases.map(basisWords).join(' · '), columns - INDENT);
    return words.map(
      (line, i) => (i === 0 ? `  ${metricLabel(metric).padEnd(INDENT - 2)}` : ' '.repeat(INDENT)) + line,
    );
  });
  return lines.length === 0 ? [] : [style.bold('What the worst 5% rest on'), ...lines];
}
