import { countText } from '../../report/count-text.js';
import { incidentWords } from '../../report/incident-words.js';
import { metricLabel, metricsInReadingOrder, quantileLabel } from '../../report/metric-label.js';
import { shareText } from '../../report/share-text.js';
import { STANDS_ON } from '../../report/text-inputs.js';
import { unrecoverableWords } from '../../report/unrecoverable-words.js';
import type { MetricSummary, ObjectiveSummary, QuantileSummary, Summary } from '../../study/summary.js';
import { METRICS_BY_KIND } from '../../study/run-samples.js';
import { BANDS, type Band, type BandName } from '../../study/uncertainty/uncertainty-summary.js';
import { durationText, limitText } from '../../units/duration-text.js';
import { enumeration, timeCell } from '../cells.js';
import { callout, numbers, paragraph, strong, subheading, table, type Block, type Words } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';
import type { Review } from '../review.js';

/** The answer in three sentences, what must not be read past, and a verdict per objective. */
export function answerSection({ summary: played, readiness }: Review): Section {
  // Whether the plan may be relied on is judged on the day of the review, not on the first of the period.
  const summary = { ...played, readiness };
  return {
    name: 'answer',
    title: 'The answer',
    blocks: [...warnings(summary), paragraph(...threeSentences(summary)), ...objectives(summary), ...known(summary)],
  };
}

function warnings(summary: Summary): readonly Block[] {
  const { readiness } = summary;
  const lost = unrecoverableWords(summary);
  const open = readiness?.checks.filter(({ state, isRequired }) => isRequired && state !== 'met') ?? [];
  return [
    ...(readiness === null || readiness.isReady
      ? []
      : [
          callout(
            'bad',
            strong('This plan is not ready, whatever the distributions say.'),
            ` ${open.length} required ${open.length === 1 ? 'check is' : 'checks are'} not met: ${enumeration(open.map(({ name }) => name))}.`,
          ),
        ]),
    ...(lost === undefined
      ? []
      : [
          callout(
            'bad',
            strong(`${shareText(shareLost(summary))} of incidents cannot be recovered.`),
            ' No usable recovery point is left in them. They count as longer than any time below.',
          ),
        ]),
  ];
}

function shareLost({ metrics }: Summary): number {
  return Math.max(...Object.values(metrics).map(({ unrecoverable }) => unrecoverable));
}

function threeSentences(summary: Summary): readonly Words[] {
  const { rto, rpo, rtt } = summary.metrics;
  return [
    `After an incident (${oftenWords(summary)}), service is open again `,
    ...twice('within ', rto),
    ' (RTO), ',
    ...twice('at most ', rpo, ' of the newest data'),
    ' is lost (RPO), and all is closed ',
    ...twice('within ', rtt),
    ` (RTT). ${verdictWords(summary)} ${STANDS_ON[summary.standsOn].slice(0, -1)}: what follows is a forecast from the ` +
      'inputs listed below, never a commitment.',
  ];
}

function oftenWords(summary: Summary): string {
  const words = incidentWords(summary);
  return Object.keys(summary.incidentKinds).length === 1 ? words : `${words}, mixed by how often each is expected`;
}

/** A metric in half of all cases and in the bad one. */
function twice(before: string, { quantiles: { p50, p95 } }: MetricSummary, of = ''): readonly Words[] {
  return [...timeWords(before, p50), `${of} in half of all cases and `, ...timeWords(before, p95), ' in 95 of 100'];
}

/** A quantile in a sentence; where it has no number, why not. */
function timeWords(before: string, quantile: QuantileSummary): readonly Words[] {
  if (quantile.value !== null) return [before, strong(durationText(quantile.value))];
  return quantile.state === 'unrecoverable'
    ? [strong('never')]
    : [`${before}a time that this run is too short to tell`];
}

function verdictWords({ metrics, readiness }: Summary): string {
  const all = ['rto', 'rpo', 'rtt'].flatMap((name) => metrics[name].objectives);
  const told = (['met', 'missed', 'undecided'] as const)
    .map((word) => [all.filter(({ verdict }) => verdict === word).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${count === 1 ? 'is' : 'are'} ${word}`);
  const objectives =
    all.length === 0
      ? 'No objective is set'
      : `Of ${all.length} ${all.length === 1 ? 'objective' : 'objectives'} ${enumeration(told)}`;
  const ready =
    readiness === null ? 'readiness was not asked about' : `the plan is ${readiness.isReady ? '' : 'not '}ready`;
  return `${objectives}, and ${ready}.`;
}

function objectives({ metrics }: Summary): readonly Block[] {
  const rows = metricsInReadingOrder({ metrics }).flatMap((name) =>
    metrics[name].objectives.map((objective) => [
      `${metricLabel(name)}: ${quantileLabel(objective.quantile)} within ${limitText(objective.limit)}`,
      [strong(objective.verdict), ...waitingWords(objective)],
      timeCell({ state: stateOf(objective, metrics[name]), value: objective.value }),
      `${shareText(objective.share)} (${shareText(objective.low)} to ${shareText(objective.high)})`,
    ]),
  );
  return table(['Objective', 'Verdict', numbers('Forecast'), numbers('Incidents that stay within')], rows);
}

/** What an undecided verdict waits for. */
function waitingWords({ undecidedFor }: ObjectiveSummary): readonly Words[] {
  if (undecidedFor === null) return [];
  return [undecidedFor === 'drills' ? ': only a drill can tell' : ': run more incidents to tell'];
}

/** Between which numbers the quantiles truly lie, where the inputs were drawn; nothing where they were not. */
function known({ uncertainty }: Summary): readonly Block[] {
  if (uncertainty === null) return [];
  const { draws, incidents, credibility, inputs, metrics } = uncertainty;
  const percent = String(Number((credibility * 100).toPrecision(6)));
  return [
    subheading('What drills have not settled'),
    paragraph(
      `Inputs that are not known exactly: ${countText(inputs.measured)} with a number of measurements that they are known by, ` +
        `${countText(inputs.assumed)} assumed. By what is known of them the true quantile lies in ` +
        `such a band with ${percent}%. Drills narrow it, more incidents do not. ` +
        `(${countText(draws)} draws of the inputs, each struck by the same ${countText(incidents)} incidents.)`,
    ),
    ...table(
      ['Metric', ...BANDED.map((name) => numbers(quantileLabel(BANDS[name]))), numbers('Objectives met in draws')],
      METRICS_BY_KIND.map((name) => [
        metricLabel(name),
        ...BANDED.map((quantile) => bandCell(metrics[name].quantiles[quantile])),
        metrics[name].objectives.map(({ met }) => shareText(met)).join(', ') || '–',
      ]),
    ),
  ];
}

const BANDED: readonly BandName[] = ['p50', 'p90', 'p95'];

function bandCell({ low, high }: Band): string {
  return [low, high].map((end) => (end === null ? 'never' : durationText(end))).join(' to ');
}

function stateOf({ quantile, value }: ObjectiveSummary, { unrecoverable }: MetricSummary): QuantileSummary['state'] {
  if (value !== null) return 'estimated';
  return unrecoverable > 1 - quantile ? 'unrecoverable' : 'unsupported';
}
