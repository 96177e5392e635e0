import { bracesText, dataOfText } from '../../scenario/braces-text.js';
import { LAW_NAMES } from '../../scenario/law-names.js';
import { quantityOf, ROUND } from './ladder.js';
import type { WrittenQuantity } from './ladder.js';

/** By how much a law is moved: round factors from a tenth to tenfold. */
const FACTORS = [...ROUND.map((each) => each / 10), ...ROUND, 10];

/** Parameters that say how wide a law is, or what part it has, and not how much. */
const SHAPES = new Set(['sigma', 'shape', 'weight']);
const WORDS = new Set(['source', 'as-of', 'note', 'counts-as']);
/** A table beside the file cannot be moved. */
const OF_A_TABLE = new Set(['file', 'column', 'unit']);

/** Two numbers of a law so close to each other need more than three digits. */
const CLOSE = 0.05;

const LAWS = [...LAW_NAMES, 'at-least', 'at-most'];

type Moved = (factor: number, digits: number) => unknown;

/**
 * A law by every round factor: both ends of a range, or all quantities of a law in braces; the widths stay.
 *
 * @returns undefined for what is no range and no law in braces, and for one that a table gives.
 */
export function scaledLaws(text: string): readonly string[] | undefined {
  const quantities: WrittenQuantity[] = [];
  const isInBraces = text.startsWith('{');
  const moved = isInBraces ? movedMap(lawIn(text), quantities) : movedText(text, quantities);
  if (moved === undefined || quantities.length === 0) return undefined;
  const amounts = quantities.map(({ amount }) => amount).sort((one, other) => one - other);
  const isClose = amounts.some(
    (amount, at) => at > 0 && amount > amounts[at - 1] && amount / amounts[at - 1] < 1 + CLOSE,
  );
  const texts = FACTORS.map((factor) => {
    if (factor === 1) return text;
    const data = moved(factor, isClose ? 12 : 3);
    return isInBraces ? bracesText(data) : String(data);
  });
  return quantities[0].kind === 'span' ? texts.reverse() : texts;
}

/** What stands in braces, when it is a law: by its name, or a value with bounds. */
function lawIn(text: string): unknown {
  const data = dataOfText(text);
  return typeof data === 'object' && data !== null && LAWS.some((name) => name in data) ? data : undefined;
}

function movedMap(data: unknown, found: WrittenQuantity[]): Moved | undefined {
  if (typeof data === 'string' || typeof data === 'number') return movedText(String(data), found);
  if (Array.isArray(data)) {
    const items = data.map((item: unknown) => movedMap(item, found));
    return (factor, digits) => items.map((item, at) => item?.(factor, digits) ?? (data[at] as unknown));
  }
  if (typeof data !== 'object' || data === null) return undefined;
  const entries = Object.entries(data);
  if (entries.some(([key]) => OF_A_TABLE.has(key))) return undefined;
  const moved = entries.map(([key, value]: [string, unknown]): [string, Moved] => {
    if (SHAPES.has(key) || WORDS.has(key)) return [key, () => value];
    // The logarithm of what is scaled, to the base e.
    if (key === 'mu') {
      found.push({ kind: 'number', amount: Math.exp(Number(value)), write: String });
      return [key, (factor) => Number(value) + Math.log(factor)];
    }
    return [key, movedMap(value, found) ?? (() => value)];
  });
  return (factor, digits) => Object.fromEntries(moved.map(([key, move]) => [key, move(factor, digits)]));
}

/** One quantity, or two with `to` between them. */
function movedText(text: string, found: WrittenQuantity[]): Moved | undefined {
  const parts = text.split(/(\s+to\s+)/);
  const quantities = parts.map((part, at) => (at % 2 === 0 ? quantityOf(part.trim()) : undefined));
  if (parts.length > 3 || quantities.some((quantity, at) => at % 2 === 0 && quantity === undefined)) return undefined;
  found.push(...quantities.filter((quantity) => quantity !== undefined));
  const isNumber = /^\d+(\.\d+)?$/.test(text);
  return (factor, digits) => {
    const texts = quantities.map((quantity, at) => {
      if (quantity === undefined) return parts[at];
      return quantity.write(quantity.kind === 'span' ? quantity.amount / factor : quantity.amount * factor, digits);
    });
    return isNumber ? Number(texts[0]) : texts.join('');
  };
}
