import type { CheckItem, LimitItem } from '../../study/check/check-report.js';
import { durationText, limitText } from '../../units/duration-text.js';
import { moneyText } from '../money-text.js';
import { printable } from '../printable.js';
import { shareText } from '../share-text.js';

/** What was found for an item, in a few words: `26.1 h (25.8 h to 26.4 h)`, `no`. */
export function foundWords(item: CheckItem): string {
  if (item.kind === 'readiness') return item.answer === null ? 'not answered' : printable(item.answer);
  const { value, low, high, kept } = item;
  const text = value === null ? noValueWords(item) : valueText(item, value);
  const byDraws = kept === null ? '' : `, kept in ${shareText(kept)} of draws`;
  if (low === high || low === null) return `${text}${byDraws}`;
  return `${text} (${valueText(item, low)} to ${high === null ? 'never' : valueText(item, high)})${byDraws}`;
}

/** The item in a sentence: what is asked, how it stands, what was found. */
export function itemSentence(item: CheckItem): string {
  return `${printable(item.text)}: ${item.verdict}, ${foundWords(item)}`;
}

/** A value of the quantity that an item limits. */
function valueText({ unit }: LimitItem, value: number): string {
  switch (unit) {
    case 'seconds':
      return value === Math.round(value / 3600) * 3600 ? limitText(value) : durationText(value);
    case 'share':
      return shareText(Math.min(1, Math.max(0, value)));
    case 'money':
      return moneyText(value);
    default:
      return unit satisfies never;
  }
}

function noValueWords({ unit }: LimitItem): string {
  return unit === 'seconds' ? 'never, or too few incidents to tell' : 'not known';
}
