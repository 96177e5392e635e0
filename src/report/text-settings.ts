import type { Comparison, SettingDifference, VariantComparison } from '../study/comparison.js';
import { letterOf } from './compared-names.js';
import { frequencyText } from './frequency-text.js';
import { timestamp } from './instant-text.js';
import { metricLabel } from './metric-label.js';
import { printable } from './printable.js';
import type { Style } from './style.js';
import { wrapWords } from './text-width.js';

/** What the scenarios differ in besides deployment and recovery, which the numbers cannot tell apart; none, no lines. */
export function textSettings(comparison: Comparison, columns: number, style: Style): readonly string[] {
  const sentences = comparison.variants.flatMap(settingSentences);
  if (sentences.length === 0) return [];
  return [
    style.bold(style.yellow('Besides, these are not the same')),
    ...sentences.flatMap((sentence) => wrapWords(sentence, columns - 2).map((line) => `  ${line}`)),
  ];
}

/** The same in a sentence each, of one variant. */
export function settingSentences({
  result,
  settings,
  baselineOnly,
  variantOnly,
}: VariantComparison): readonly string[] {
  const [baseline, variant] = [letterOf(0), letterOf(result)];
  return [
    ...settings.map((setting) => settingSentence(setting, baseline, variant)),
    ...baselineOnly.map((name) => `${baseline} has ${metricLabel(name)}, ${variant} has not.`),
    ...variantOnly.map((name) => `${variant} has ${metricLabel(name)}, ${baseline} has not.`),
  ];
}

function settingSentence(setting: SettingDifference, baseline: string, variant: string): string {
  switch (setting.kind) {
    case 'period':
      return (
        `Period: ${baseline} from ${dayText(setting.baseline.from)} to ${dayText(setting.baseline.to)}, ${variant} from ` +
        `${dayText(setting.variant.from)} to ${dayText(setting.variant.to)} (UTC); its incidents strike at other instants.`
      );
    case 'timezone':
      return `Time zone: ${baseline} ${printable(setting.baseline)}, ${variant} ${printable(setting.variant)}.`;
    case 'incident': {
      const of = (kind: typeof setting.baseline) => (kind === null ? 'never' : frequencyText(kind.perYear));
      return `${printable(setting.name)}: ${baseline} ${of(setting.baseline)}, ${variant} ${of(setting.variant)}.`;
    }
    case 'incident-effect':
      return `${printable(setting.name)} is not the same in ${variant} as in ${baseline}: ${setting.keys.join(', ')}.`;
    default:
      return setting satisfies never;
  }
}

/** An instant in UTC, as short as it is exact to the minute. */
function dayText(instant: Parameters<typeof timestamp>[0]): string {
  return timestamp(instant).slice(0, 16).replace('T00:00', '').replace('T', ' ');
}
