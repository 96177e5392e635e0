import type { DrillAdvice, ObjectiveAdvice, SubjectAdvice } from '../evidence/drills/next/drill-advice.js';
import type { IntervalEstimate } from '../statistics/spearman.js';
import { durationText, limitText } from '../units/duration-text.js';
import { countText } from './count-text.js';
import { metricLabel, quantileLabel } from './metric-label.js';
import { printable } from './printable.js';
import { shareText } from './share-text.js';
import { plainStyle, type Style } from './style.js';
import { fitLeft, fitRight, wrapWords } from './text-width.js';

const COLUMNS = 80;
const NAME = 28;
const SHOWN = 12;
const METRICS = ['rto', 'rpo', 'rtt'] as const;

/**
 * Which drill teaches most, for the terminal: what is open, what each step, role, link and surface has to do with it, what does
 * not matter, and how many drills would settle each verdict.
 *
 * @param options.replay the command that gives the same answer again, in lines.
 * @returns lines, each ended by a newline.
 */
export function renderNextText(
  advice: DrillAdvice,
  { replay, style = plainStyle }: { readonly replay: readonly string[]; readonly style?: Style },
): string {
  const sections = [
    textHeader(advice, style),
    textOpen(advice, style),
    textObjectives(advice, style),
    textSubjects(advice, style),
    textIdle(advice, style),
    wrapWords(adviceWords(advice), COLUMNS).map(style.bold),
    [
      ...replay.map(style.dim),
      style.dim(`drillcast ${advice.tool.version}, scenario sha256 ${advice.scenario.sha256.slice(0, 12)}`),
    ],
  ];
  const lines = sections.filter((section) => section.length > 0).map((section) => section.join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function textHeader(advice: DrillAdvice, style: Style): readonly string[] {
  const { scenario, draws, incidents, subjects, assumptionsCount } = advice;
  const inputs = subjects.reduce((sum, { inputs: own }) => sum + own.length, 0);
  const assumed =
    assumptionsCount === null
      ? 'assumptions are taken as known'
      : `an assumption counts as ${String(assumptionsCount)}`;
  const words =
    `${countText(draws)} draws of ${countText(inputs)} values that nobody knows exactly, each struck by the same ` +
    `${countText(incidents)} incidents. A value is as good as the measured times that it counts as; ${assumed}.`;
  return [...wrapWords(printable(scenario.name), COLUMNS).map(style.bold), ...wrapWords(words, COLUMNS)];
}

function textOpen({ metrics }: DrillAdvice, style: Style): readonly string[] {
  return [
    style.bold('What is open') + style.dim('   the true P95 lies, with 95%,'),
    ...METRICS.map((metric) => {
      const { low, high } = metrics[metric].p95;
      const [from, to] = [low, high].map((value) => (value === null ? 'never' : durationText(value)));
      return `  ${fitLeft(metricLabel(metric), 12)}${metrics[metric].scale === null ? `at ${from}` : `from ${from} to ${to}`}`;
    }),
  ];
}

function textObjectives({ objectives }: DrillAdvice, style: Style): readonly string[] {
  if (objectives.length === 0) return [];
  const colour = { met: style.green, missed: style.red, undecided: style.yellow } as const;
  return [
    style.bold(fitLeft('Objectives', 36)) + style.dim('in draws  full drills that would settle it'),
    ...objectives.map((objective) => {
      const { verdict, met } = objective;
      const text = colour[verdict](fitLeft(verdict, 10));
      return `  ${fitLeft(promiseText(objective), 24)}${text}${fitRight(shareText(met), 8)}  ${drillsWords(objective)}`;
    }),
  ];
}

function promiseText({ metric, quantile, limit }: ObjectiveAdvice): string {
  return `${metricLabel(metric)} ${quantileLabel(quantile)} within ${limitText(limit)}`;
}

function drillsWords({ drills, verdict }: ObjectiveAdvice): string {
  if (drills === null) return verdict === 'undecided' ? 'none' : '–';
  if (drills.needed !== null) return `${String(drills.needed)} (${shareText(drills.chance)} likely then)`;
  return `not within ${String(drills.most)} (they tell ${shareText(drills.learnable)})`;
}

function textSubjects({ subjects, objectives, rankedBy }: DrillAdvice, style: Style): readonly string[] {
  const shown = subjects.filter(({ matters }) => matters).slice(0, SHOWN);
  if (shown.length === 0) return ['Knowing no single step, role, link or surface would surely change anything.'];
  const open = objectives
    .map(({ verdict }, index) => ({ verdict, index }))
    .filter((each) => each.verdict === 'undecided');
  const heading = ['counts as', ...METRICS.map((metric) => `${metricLabel(metric)} P95`), 'wrong']
    .map((title) => fitRight(title, 10))
    .join('');
  const rows = shown.flatMap((subject): readonly string[] => {
    const worst = open
      .map(({ index }) => subject.verdicts[index])
      .reduce<IntervalEstimate | null>((best, each) => (best === null || each.value > best.value ? each : best), null);
    const estimates = [...METRICS.map((metric) => subject.p95[metric]), worst];
    return [
      `  ${fitLeft(nameText(subject), NAME - 2)}${fitRight(countsText(subject), 10)}${estimates.map((each) => fitRight(each === null ? '–' : shareText(each.value), 10)).join('')}`,
      style.dim(
        `  ${' '.repeat(NAME + 8)}${estimates.map((each) => fitRight(rangeText(each), 10)).join('')}`.trimEnd(),
      ),
    ];
  });
  const by =
    rankedBy === 'verdicts'
      ? 'by what they have to do with the open verdicts'
      : `by the P95 of ${metricLabel(rankedBy)}`;
  const legend =
    'P95: the share of what is open about it that would be gone if this were known. Wrong: by how much the probability of a ' +
    `wrong verdict would fall, of the open one where that is most. Below, their 95% intervals. In order ${by}; * is not measured by a full drill.`;
  return [
    style.bold(fitLeft('What a drill would tell', NAME)) + style.dim(heading),
    ...rows,
    ...wrapWords(legend, COLUMNS - 2).map((line) => style.dim(`  ${line}`)),
  ];
}

/** From the value that is known worst to the one that is known best. */
function countsText({ inputs }: SubjectAdvice): string {
  const counts = inputs.map(({ countsAs }) => countsAs);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? String(least) : `${String(least)}–${String(most)}`;
}

function nameText({ kind, name, isDrilled }: SubjectAdvice): string {
  const what = kind === 'step' ? '' : ` (${kind})`;
  return `${printable(name)}${what}${isDrilled ? '' : ' *'}`;
}

function rangeText(estimate: IntervalEstimate | null): string {
  if (estimate === null) return '';
  const [low, high] = [estimate.low, estimate.high].map((share) => (share * 100).toFixed(0));
  return `${low}–${high}%`;
}

function textIdle({ subjects }: DrillAdvice, style: Style): readonly string[] {
  const matter = subjects.filter(({ matters }) => matters);
  const rest = matter.slice(SHOWN).map(({ name }) => printable(name));
  const idle = subjects.filter(({ matters }) => !matters).map(({ name }) => printable(name));
  return [
    ...(rest.length === 0 ? [] : wrapWords(`Less than these: ${rest.join(', ')}.`, COLUMNS)),
    ...(idle.length === 0 ? [] : wrapWords(`Do not matter, as far as can be told: ${idle.join(', ')}.`, COLUMNS)),
  ].map(style.dim);
}

/** What to do, in a sentence or two. */
function adviceWords({ subjects, rankedBy, objectives }: DrillAdvice): string {
  const matter = subjects.filter(({ matters }) => matters);
  const best = matter.at(0);
  if (best === undefined) return 'No single drill would teach much.';
  const measured = matter.find(({ isDrilled }) => isDrilled);
  const told = `Measure ${printable(best.name)} next: ${gainWords(best, { rankedBy, objectives })}.`;
  if (best.isDrilled) return told;
  const apart = ' A drill of everything does not measure it apart.';
  return measured === undefined
    ? `${told}${apart}`
    : `${told}${apart} Of what it does measure, ${printable(measured.name)} teaches most.`;
}

function gainWords(
  { p95, verdicts }: SubjectAdvice,
  { rankedBy, objectives }: Pick<DrillAdvice, 'rankedBy' | 'objectives'>,
): string {
  if (rankedBy !== 'verdicts') {
    return `if it were known, ${shareText(p95[rankedBy]?.value ?? 0)} of what is open about the P95 of ${metricLabel(rankedBy)} would be gone`;
  }
  const open = objectives.flatMap(({ verdict }, index) => (verdict === 'undecided' ? [index] : []));
  const most = open.reduce((best, index) => (verdicts[index].value > verdicts[best].value ? index : best), open[0]);
  const { wrong } = objectives[most];
  const after = Math.max(0, wrong - verdicts[most].value);
  return `if it were known, the verdict on ${promiseText(objectives[most])} would be wrong with ${shareText(after)} and not ${shareText(wrong)}`;
}
