import type { MetricExplanation, Share } from '../../study/explain/explanation.js';
import { durationText } from '../../units/duration-text.js';
import { shareText } from '../share-text.js';
import type { Style } from '../style.js';
import { fitLeft, fitRight } from '../text-width.js';
import { partLabel } from './part-label.js';

const SHOWN = 8;

/** The parts of a metric that make up most of its tail, with how often each is part of it. */
export function textParts({ parts }: MetricExplanation, style: Style): readonly string[] {
  if (parts.length === 0) return [];
  const titles =
    fitRight('of the tail', 17) + ['mean', 'critical', 'in tail'].map((title) => fitRight(title, 10)).join('');
  const rows = parts.slice(0, SHOWN).map((part) => {
    const cells = [durationText(part.mean), shareText(part.criticality.share), shareText(part.tailCriticality.share)];
    const share = fitRight(shareWithReach(part.tailShare), 17);
    return `  ${fitLeft(partLabel(part), 31)}${share}${cells.map((cell) => fitRight(cell, 10)).join('')}`;
  });
  const rest = parts.slice(SHOWN);
  const left = rest.reduce((sum, { tailShare }) => sum + tailShare.share, 0);
  return [
    style.bold(fitLeft('  Made of', 33)) + style.dim(titles),
    ...rows,
    ...(rest.length === 0 ? [] : [style.dim(`  ${rest.length} more parts make up ${shareText(left)} of the tail.`)]),
  ];
}

function shareWithReach({ share, low, high }: Share): string {
  const reach = Math.max(share - low, high - share);
  return `${shareText(share)} ±${(reach * 100).toFixed(1)}%`;
}
