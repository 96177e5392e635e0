import { BIT_UNITS, CALENDAR_UNITS, SIZE_UNITS, TIME_UNITS } from './unit-table.js';

/**
 * The known unit that an unknown one was written for, and what gives it away: `capitals` are wrong and nothing else
 * (`gib` for `GiB`), it is another `spelling` (`mins` for `m`), a small `bit` b (`Mb/s` for `Mbit/s`), or a b that may be
 * a bit or a byte, `either` of them (`mb/s`), eight times apart.
 */
export type UnitMeant =
  | { readonly kind: 'capitals'; readonly unit: string }
  | { readonly kind: 'spelling'; readonly unit: string }
  | { readonly kind: 'bit'; readonly unit: string }
  | { readonly kind: 'either'; readonly bits: string; readonly bytes: string };

/**
 * What a unit that is not known was probably meant to be; undefined when nobody can say. No unit is given that is
 * worth anything else than what was written, if what was written has a meaning: a small b after a capital is a bit.
 */
export function unitMeant(text: string): UnitMeant | undefined {
  // "Mbps" is read; what comes here has other capitals, and an amount in bytes where its B is one.
  const flow = /^(.*b)ps$/i.exec(text);
  if (flow?.[1].endsWith('b') === true) return capitals(sameLetters(BIT_UNITS.keys(), `${flow[1]}it`), 's');
  const parts = (flow === null ? text : `${flow[1]}/s`).split('/').map((part) => part.trim());
  if (parts.length > 2) return undefined;
  const [amount, time] = parts;
  return parts.length === 1 ? wordMeant(amount) : flowMeant(amount, sameLetters(timeNames(), time));
}

/** A size is never in bits, but a small b after a capital says that somebody counted them. */
function wordMeant(text: string): UnitMeant | undefined {
  if (hasBit(text)) return undefined;
  const unit = SPELLINGS.get(text.toLowerCase());
  if (unit !== undefined) return { kind: 'spelling', unit };
  return capitals(sameLetters([...SIZE_UNITS.keys(), ...timeNames(), ...CALENDAR_NAMES], text));
}

/** How people write units of time besides the ways that are read. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['secs', 's'],
  ['mins', 'm'],
  ['hr', 'h'],
  ['hrs', 'h'],
  ['wk', 'w'],
  ['wks', 'w'],
]);

function flowMeant(amount: string, time: string | undefined): UnitMeant | undefined {
  if (time === undefined) return undefined;
  const bytes = sameLetters(SIZE_UNITS.keys(), amount);
  const bits = /^.?b$/.test(amount) ? sameLetters(BIT_UNITS.keys(), `${amount}it`) : undefined;
  if (bits === undefined) {
    return hasBit(amount) ? undefined : capitals(bytes ?? sameLetters(BIT_UNITS.keys(), amount), time);
  }
  if (hasBit(amount) || bytes === undefined) return { kind: 'bit', unit: `${bits}/${time}` };
  return { kind: 'either', bits: `${bits}/${time}`, bytes: `${bytes}/${time}` };
}

/** A small b behind a capital, as in `Mb` or `Gib`: who minds capitals means bits. */
function hasBit(amount: string): boolean {
  return /^[A-Z]i?b$/.test(amount);
}

function capitals(amount: string | undefined, time?: string): UnitMeant | undefined {
  if (amount === undefined) return undefined;
  return { kind: 'capitals', unit: time === undefined ? amount : `${amount}/${time}` };
}

function sameLetters(names: Iterable<string>, text: string): string | undefined {
  return [...names].find((name) => name.toLowerCase() === text.toLowerCase());
}

const CALENDAR_NAMES = CALENDAR_UNITS.flatMap(({ names }) => names);

function timeNames(): readonly string[] {
  return TIME_UNITS.flatMap(({ names }) => names);
}
