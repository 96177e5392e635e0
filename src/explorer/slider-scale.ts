/** The places that a slider can take, each a text that can stand in a scenario. */
export interface SliderScale {
  readonly texts: readonly string[];
}

const FACTORS = [0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 5, 7, 10];
const RHYTHMS = ['every 15m', 'every 30m', 'every 1h', 'every 2h', 'every 4h', 'every 6h', 'every 12h'];
const MOST_PEOPLE = 12;

/** What a slider of a value can be moved to; undefined where it has nothing that could be more or less. */
export function sliderScale(text: string): SliderScale | undefined {
  if (/^(\S+ ){4}\S+$/.test(text)) return { texts: [...RHYTHMS, text, 'every 2d', 'every 7d'] };
  if (/^every /.test(text)) return { texts: [...new Set([...RHYTHMS, text, 'every 1d', 'every 2d', 'every 7d'])] };
  if (/^\d+$/.test(text) && Number(text) <= MOST_PEOPLE) {
    return { texts: Array.from({ length: MOST_PEOPLE }, (_, place) => String(place + 1)) };
  }
  if (/^\d+(\.\d+)?%$/.test(text)) return { texts: sharesAround(text) };
  if (!/^[\d.]+ ?[A-Za-z/]+( to [\d.]+ ?[A-Za-z/]+)?$/.test(text)) return undefined;
  return { texts: FACTORS.map((factor) => (factor === 1 ? text : scaled(text, factor))) };
}

/** Where a value stands on its scale; undefined where it was written by hand. */
export function positionOf({ texts }: SliderScale, text: string): number | undefined {
  const place = texts.indexOf(text);
  return place < 0 ? undefined : place;
}

function sharesAround(text: string): readonly string[] {
  const marks = [0, 1, 2, 5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 80, 85, 90, 95, 97, 98, 99, 99.5, 99.9, 100];
  const all = new Set([...marks, Number.parseFloat(text)]);
  return [...all].sort((one, other) => one - other).map((share) => `${share}%`);
}

function scaled(text: string, factor: number): string {
  return text.replace(/[\d.]+/g, (number) => String(Number((Number(number) * factor).toPrecision(2))));
}
