import type { RemainingQuantiles, RemainingTime } from '../evidence/drills/remaining-time.js';
import type { RunbookDeviations } from '../evidence/drills/runbook-deviations.js';
import type { RunningDrill } from '../evidence/drills/running-drill.js';
import { durationText } from '../units/duration-text.js';
import { instantIso } from '../units/parse-instant.js';
import type { Instant } from '../units/quantity.js';
import { printable } from './printable.js';
import type { Style } from './style.js';
import { fitLeft, fitRight, wrapWords } from './text-width.js';

const COLUMNS = 80;
const NAME = 32;

/** What is recorded, and how scripts add to it. */
export function textRecording({ header }: RunningDrill, mark: string): readonly string[] {
  const words = `Drill "${header.name}", begun ${instantIso(header.began)}, after "${header.scenario}".`;
  return [...wrapWords(printable(words), COLUMNS), 'Scripts mark its steps by', `  ${mark}`];
}

/** The steps of a running drill, with their numbers and how far they have come; all, or the one of that name. */
export function textDrillSteps(
  { header, steps }: RunningDrill,
  now: Instant,
  { style, only }: { readonly style: Style; readonly only?: string | undefined },
): readonly string[] {
  const unlisted = [...steps.keys()].filter((name) => !header.steps.includes(name));
  return [...header.steps, ...unlisted].flatMap((name, index) => {
    if (only !== undefined && name !== only) return [];
    const state = steps.get(name);
    const failed = state?.attempts.filter(({ outcome }) => outcome === 'failed').length ?? 0;
    const again = failed === 0 ? '' : `, after ${String(failed)} failed`;
    const last = state?.attempts.at(-1);
    const label = `${fitRight(String(index + 1), 4)}  ${fitLeft(printable(name), NAME)}`;
    if (state?.runningSince !== undefined) {
      return style.yellow(`${label}under way for ${durationText(Math.max(0, now - state.runningSince))}${again}`);
    }
    if (last === undefined) return `${label}–`;
    if (last.outcome === 'failed') return style.red(`${label}failed, to be tried again`);
    const first = state?.attempts.at(0) ?? last;
    return style.green(`${label}done in ${durationText(last.end - first.start)}${again}`);
  });
}

/** How long is left, in a sentence for each milestone that is not reached. */
export function textRemaining({ elapsed, rto, rtt, overdue }: RemainingTime): readonly string[] {
  const words = [
    `${durationText(elapsed)} have passed.`,
    rto === null ? 'The service is back.' : `The service is back in ${remainingWords(rto)}.`,
    ...(rtt === null ? [] : [`The incident is closed in ${remainingWords(rtt)}.`]),
    ...overdue.map(
      (step) => `"${printable(step)}" has lasted longer than in any incident that was played: it is at least that.`,
    ),
  ];
  return wrapWords(words.join(' '), COLUMNS);
}

function remainingWords({ p5, p50, p95 }: RemainingQuantiles): string {
  if (p50 === null) return 'more time than can be said, for half of such recoveries come to nothing';
  const ends = [p5, p95].map((value) => (value === null ? 'never' : durationText(value)));
  return `${durationText(p50)} (nine in ten: ${ends.join(' to ')})`;
}

/** In what the drill went otherwise than the runbook, or that it did not. */
export function textDeviations({ missing, leftOut, slower }: RunbookDeviations): readonly string[] {
  const listed = (names: readonly string[]): string => printable(names.join(', '));
  const words = [
    ...(missing.length === 0 ? [] : [`Carried out, and missing in the runbook: ${listed(missing)}.`]),
    ...(leftOut.length === 0 ? [] : [`In the runbook, and not carried out: ${listed(leftOut)}.`]),
    ...slower.map(({ step, seconds, isCensored, p95 }) => {
      const took = `${isCensored ? 'at least ' : ''}${durationText(seconds)}`;
      return `Slower than assumed: ${printable(step)} took ${took}; 95% of the forecast is below ${durationText(p95)}.`;
    }),
  ];
  if (words.length === 0) return ['All steps of the runbook were carried out, none of them unusually slow.'];
  return words.flatMap((sentence) => wrapWords(sentence, COLUMNS));
}
