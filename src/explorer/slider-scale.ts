import { scaledLaws } from './slider/scaled-law.js';
import { ladderOf, quantityOf, wholeSteps } from './slider/ladder.js';
import { scheduleLadder } from './slider/schedule-ladder.js';

/** The places that a slider can take, from less to more, each a text that can stand in a scenario. */
export interface SliderScale {
  /** What is moved: whole things, a share, a rhythm, one quantity, or a law with all that it has, by one factor. */
  readonly kind: 'count' | 'share' | 'schedule' | 'amount' | 'law';
  readonly texts: readonly string[];
}

/** Shares that are told apart where a percent is much: of backups that fail, and of those that do not. */
const FINE_PERCENTS = [0.1, 0.2, 0.5, 99.5, 99.8, 99.9];
const UNLIMITED = 'unlimited';
const MOST_PEOPLE = 12;
/** Up to here one is a step. */
const MOST_STEPS = 100;

/**
 * What a slider of a value can be moved to. Counts go in whole steps, shares from 0 % to 100 %, schedules from every 15 minutes
 * to once a week; quantities go over round numbers from a tenth of what is written to tenfold, and laws as a whole by one factor.
 * What is written is always among the places.
 *
 * @param text as it stands in the file; a law in braces in one line.
 * @param accepts whether the reader takes a text at the place of the value; what it refuses is no place of the slider.
 * @returns undefined where there is nothing that could be more or less.
 */
export function sliderScale(text: string, accepts: (text: string) => boolean = () => true): SliderScale | undefined {
  const written = text.trim();
  const scale = knownScale(written);
  if (scale === undefined) return undefined;
  const texts = scale.texts.filter((each) => each === written || accepts(each));
  return texts.length < 2 ? undefined : { kind: scale.kind, texts };
}

/** Where a value stands on its scale; undefined where it was written by hand. */
export function positionOf({ texts }: SliderScale, text: string): number | undefined {
  const place = texts.indexOf(text.trim());
  return place < 0 ? undefined : place;
}

/** Scales of texts, which are asked for again and again while a slider moves. */
const KNOWN = new Map<string, SliderScale | undefined>();
const MOST_KNOWN = 5000;

function knownScale(text: string): SliderScale | undefined {
  if (KNOWN.has(text)) return KNOWN.get(text);
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  const scale = scaleOf(text);
  KNOWN.set(text, scale);
  return scale;
}

function scaleOf(text: string): SliderScale | undefined {
  if (text === UNLIMITED) return { kind: 'count', texts: [...wholeSteps(MOST_PEOPLE).map(String), UNLIMITED] };
  const share = /^(\d+(?:\.\d+)?)\s*%$/.exec(text);
  if (share !== null) return { kind: 'share', texts: sharesAround(text, Number(share[1])) };
  const counted = /^(\d+)(\s+backups?)?$/.exec(text);
  const count = Number(counted?.[1]);
  if (counted !== null && count > 0 && count <= MOST_STEPS) {
    const steps = wholeSteps(Math.max(MOST_PEOPLE, 2 * count));
    return { kind: 'count', texts: steps.map((step) => (step === count ? text : countText(step, counted[2]))) };
  }
  const schedule = scheduleLadder(text);
  if (schedule !== undefined) return { kind: 'schedule', texts: schedule };
  const quantity = quantityOf(text);
  if (quantity !== undefined) return { kind: 'amount', texts: ladderOf(quantity, text) };
  const laws = scaledLaws(text);
  return laws === undefined ? undefined : { kind: 'law', texts: laws };
}

function sharesAround(text: string, percent: number): readonly string[] {
  const whole = Array.from({ length: 101 }, (_, each) => each);
  const others = [...whole, ...FINE_PERCENTS].filter((each) => each !== percent);
  const all = [...others.map((each) => ({ each, text: `${each}%` })), { each: percent, text }];
  return all.sort((one, other) => one.each - other.each).map((share) => share.text);
}

function countText(count: number, backups: string | undefined): string {
  if (backups === undefined) return String(count);
  return count === 1 ? '1 backup' : `${count} backups`;
}
