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

/** A change in few words, for a chart: `custody-officer at any hour`. */
export function changeLabel({ kind, subject }: CounterfactualAnswer): string {
  const name = printable(subject);
  switch (kind) {
    case 'step-takes-no-time':
      return `${name} in no time`;
    case 'one-more-person':
      return `one more of ${name}`;
    case 'people-at-any-hour':
      return `${name} at any hour`;
    case 'link-twice-as-fast':
      return `${name} twice as fast`;
    case 'decision-hour-earlier':
      return `${name}: wait an hour less`;
    case 'decision-at-once':
      return `${name}: do not wait`;
    case 'copies-twice-as-often':
      return `${name} twice as often`;
    case 'log-interval-halved':
      return `${name} closed twice as often`;
    case 'readiness-met':
      return `${name} met`;
    default:
      return kind satisfies never;
  }
}

/** What a change is told of. */
interface ToldChange {
  /** The quantile, such as `P95 of RTO`. */
  readonly metric: string;
  /** As it is, in seconds, where the sentence is to say from where to where; else by how much only. */
  readonly from?: number | null;
  readonly regrets: Explanation['regrets'];
}

/** A change in one sentence: what, from where to where, by how much and how sure that is. */
export function changeSentence(answer: CounterfactualAnswer, { metric, from, regrets }: ToldChange): string {
  const condition = conditionWords(answer);
  const subject = `${condition.charAt(0).toUpperCase()}${condition.slice(1)}, ${metric} would`;
  const regret = answer.kind.startsWith('decision') && answer.subject in regrets ? regrets[answer.subject] : undefined;
  const regretted =
    regret === undefined ? '' : ` As it is, the decision is regretted in ${shareText(regret.share)} of incidents.`;
  return `${subject} ${movementWords(answer.shift, from)}.${regretted}`;
}

function movementWords({ state, quantile, value, low, high }: Shift, from: number | null | undefined): string {
  if (state === 'baseline-unrecoverable') return `be ${durationText(quantile ?? 0)}, where now there is no recovery`;
  if (state === 'variant-unrecoverable') return 'have no recovery any more';
  if (quantile === null || value === null || from === null) return 'have no number';
  const verb = value < 0 ? 'fall' : 'rise';
  const ends =
    low === null || high === null
      ? ''
      : ` (${[Math.abs(low), Math.abs(high)]
          .sort((one, other) => one - other)
          .map(durationText)
          .join(' to ')})`;
  const by = `by ${durationText(Math.abs(value))}${ends}`;
  if (from === undefined) return `${verb} ${by}`;
  const moved = `${verb} from ${durationText(from)} to ${durationText(quantile)}`;
  return ends === '' ? moved : `${moved}, ${by}`;
}
