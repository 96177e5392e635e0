import type { CounterfactualAnswer, Explanation, Shift } from '../../study/explain/explanation.js';
import { durationText } from '../../units/duration-text.js';
import { printable } from '../printable.js';
import { shareText } from '../share-text.js';

/** What a change would be, as the first half of a sentence: `if provision took no time`. */
function conditionWords({ kind, subject }: CounterfactualAnswer): string {
  const name = printable(subject);
  switch (kind) {
    case 'step-takes-no-time':
      return `if ${name} took no time and never failed`;
    case 'one-more-person':
      return `with one more person of ${name}`;
    case 'people-at-any-hour':
      return `if ${name} could be had at any hour`;
    case 'link-twice-as-fast':
      return `with the link ${name} twice as fast`;
    case 'decision-hour-earlier':
      return `if the decision ${name} waited an hour less for the provider`;
    case 'decision-at-once':
      return `if the decision ${name} did not wait for the provider`;
    case 'copies-twice-as-often':
      return `with ${name} made twice as often`;
    case 'log-interval-halved':
      return `with segments of ${name} closed twice as often`;
    case 'readiness-met':
      return `if the check ${name} were met`;
    default:
      return kind satisfies never;
  }
}

/** A change in one sentence: what, from where to where, by how much and how sure that is. */
export function changeSentence(
  answer: CounterfactualAnswer,
  {
    metric,
    from,
    regrets,
  }: { readonly metric: string; readonly from: number | null; readonly regrets: Explanation['regrets'] },
): string {
  const condition = conditionWords(answer);
  const subject = `${condition.charAt(0).toUpperCase()}${condition.slice(1)}, ${metric} would`;
  const regret = answer.kind.startsWith('decision') && answer.subject in regrets ? regrets[answer.subject] : undefined;
  const regretted =
    regret === undefined ? '' : ` As it is, the decision is regretted in ${shareText(regret.share)} of incidents.`;
  return `${subject} ${movementWords(answer.shift, from)}.${regretted}`;
}

function movementWords({ state, quantile, value, low, high }: Shift, from: number | null): string {
  if (state === 'baseline-unrecoverable') return `be ${durationText(quantile ?? 0)}, where now there is no recovery`;
  if (state === 'variant-unrecoverable') return 'have no recovery any more';
  if (quantile === null || value === null || from === null) return 'have no number';
  const moved = `${value < 0 ? 'fall' : 'rise'} from ${durationText(from)} to ${durationText(quantile)}`;
  if (low === null || high === null) return moved;
  const ends = [Math.abs(low), Math.abs(high)].sort((one, other) => one - other).map(durationText);
  return `${moved}, by ${durationText(Math.abs(value))} (${ends[0]} to ${ends[1]})`;
}
