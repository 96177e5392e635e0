import type { ForecastScore, Standing, SubjectScore } from '../evidence/drills/forecast-score.js';
import { metricLabel } from './metric-label.js';
import type { Style } from './style.js';

/** How a subject stands, in a word for a table. */
export function standingWord(standing: Standing): string {
  return {
    longer: 'longer',
    shorter: 'shorter',
    spread: 'otherwise',
    unsuspicious: 'as forecast',
    undecided: 'too few',
  }[standing];
}

/** The colour of a standing: longer than forecast is what hurts. */
export function standingStyle(standing: Standing, style: Style): (text: string) => string {
  if (standing === 'longer') return style.red;
  if (standing === 'shorter' || standing === 'spread') return style.yellow;
  return standing === 'unsuspicious' ? style.green : style.dim;
}

/** What the drills say of the forecast, in plain sentences; nothing in its favour with few of them. */
export function verdictSentences(score: ForecastScore): string {
  const { verdict } = score;
  const drills = `${String(verdict.drills)} ${verdict.drills === 1 ? 'drill' : 'drills'}`;
  const metrics = Object.entries(score.metrics).map(([name, subject]) => [metricLabel(name), subject] as const);
  switch (verdict.standing) {
    case 'contradicted':
      return [`The drills contradict the forecast.`, ...metrics.map(([label, subject]) => sentenceOf(label, subject))]
        .filter((sentence) => sentence !== '')
        .join(' ');
    case 'unsuspicious':
      return `Nothing in ${drills} speaks against the forecast. That is no proof: it could still be off by what ${drills} cannot show, and the intervals above say how much that is.`;
    case 'undecided':
      return verdict.drills === 0
        ? 'No drill measured a whole recovery, so nothing is said of the forecast as a whole.'
        : `${drills[0].toUpperCase()}${drills.slice(1)} cannot tell a good forecast from a bad one: nothing is said.`;
    default:
      return verdict.standing satisfies never;
  }
}

function sentenceOf(label: string, { standing, coverage, meanPercentile, measured }: SubjectScore): string {
  const middle = coverage.find(({ level }) => level === 0.8);
  const held =
    middle === undefined || middle.share === null
      ? ''
      : `; its 80% interval held ${String(middle.inside)} of ${String(middle.inside + middle.outside)}`;
  const place = `${measured === 1 ? 'it stands' : 'on average they stand'} at ${(100 * meanPercentile).toFixed(0)}% of it`;
  switch (standing) {
    case 'longer':
      return `${label} came out longer than forecast: ${place}${held}.`;
    case 'shorter':
      return `${label} came out shorter than forecast: ${place}${held}.`;
    case 'spread':
      return `${label} is spread otherwise than forecast, and not to one side${held}.`;
    default:
      return '';
  }
}
