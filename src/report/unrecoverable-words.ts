import type { Summary } from '../study/summary.js';
import { countText } from './count-text.js';
import { shareText } from './share-text.js';

/** The incidents that a scenario has no recovery for, in capitals, so that nobody reads past them; undefined for none. */
export function unrecoverableWords({ metrics, incidents }: Pick<Summary, 'metrics' | 'incidents'>): string | undefined {
  const share = Math.max(...Object.values(metrics).map((metric) => metric.unrecoverable));
  if (share === 0) return undefined;
  const count = countText(Math.round(share * incidents));
  return `${shareText(share)} OF INCIDENTS (${count} of ${countText(incidents)}) CANNOT BE RECOVERED`;
}
