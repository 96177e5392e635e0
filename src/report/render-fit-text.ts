import type { DrillFit, FittedStep, Spread } from '../evidence/drills/fit/drill-fit.js';
import { durationText } from '../units/duration-text.js';
import { printable } from './printable.js';
import { pValueText } from './probability-text.js';
import { shareText } from './share-text.js';
import { sizeText } from './size-text.js';
import type { Style } from './style.js';
import { fitLeft, fitRight, wrapWords } from './text-width.js';

const COLUMNS = 80;
const LABEL = 20;
const WIDE = 27;

/**
 * What drills taught, for the terminal: each step's law before and after with the reason for its family, probabilities of
 * failure, what was left as it is and why.
 *
 * @returns lines, each ended by a newline.
 */
export function renderFitText(fit: DrillFit, style: Style): string {
  const sections = [
    textHeader(fit, style),
    textSteps(fit, style),
    textReasons(fit, style),
    textFailures(fit, style),
    textLeft(fit),
    fit.warnings.flatMap((warning) => wrapWords(`! ${printable(warning)}.`, COLUMNS)).map(style.yellow),
    [style.dim(`drillcast ${fit.tool.version}, scenario sha256 ${fit.scenario.sha256.slice(0, 12)}`)],
  ];
  const lines = sections.filter((section) => section.length > 0).map((section) => section.join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function textHeader({ scenario, drills, priorWeight }: DrillFit, style: Style): readonly string[] {
  const days = drills.map(({ began }) => began.slice(0, 10)).sort();
  const [first, last] = [days[0], days[days.length - 1]];
  const span = first === last ? `of ${first}` : `from ${first} to ${last}`;
  const count = `${String(drills.length)} ${drills.length === 1 ? 'drill' : 'drills'}`;
  const words = `Fitted to ${count} ${span}; what the scenario assumed counts as ${String(priorWeight)} measured values.`;
  return [...wrapWords(printable(scenario.name), COLUMNS).map(style.bold), ...wrapWords(words, COLUMNS)];
}

function textSteps({ steps }: DrillFit, style: Style): readonly string[] {
  if (steps.length === 0) return ['No time of a step was fitted.'];
  const heading = `${fitRight('times', 6)}${fitRight('before: P50 (P5–P95)', WIDE)}${fitRight('after: P50 (P5–P95)', WIDE)}`;
  return [
    style.bold(fitLeft('Steps', LABEL)) + style.dim(heading),
    ...steps.map(({ step, measured, quantity, before, after }) => {
      const cells = [before, after].map((spread) => fitRight(spreadText(spread, quantity), WIDE)).join('');
      return `  ${fitLeft(printable(step), LABEL - 2)}${fitRight(String(measured), 6)}${cells}`;
    }),
  ];
}

function spreadText({ p5, p50, p95 }: Spread, quantity: FittedStep['quantity']): string {
  if (quantity === 'duration') return `${durationText(p50)} (${durationText(p5)}–${durationText(p95)})`;
  const [low, high] = [sizeText(p5), sizeText(p95)];
  const [number, unit] = low.split(' ');
  return `${sizeText(p50)}/s (${high.endsWith(` ${unit}`) ? number : low}–${high})`;
}

/** Steps with one reason and one family stand in one sentence. */
function textReasons({ steps }: DrillFit, style: Style): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { step, family, goodness, reason } of steps) {
    const key = `${family === 'weibull' ? 'Weibull' : 'Lognormal'}, as ${reason}`;
    const words = goodness === null ? step : `${step} (p ${pValueText(goodness.lognormal)})`;
    groups.set(key, [...(groups.get(key) ?? []), words]);
  }
  return [...groups].flatMap(([key, names]) =>
    wrapWords(printable(`${key}: ${names.join(', ')}.`), COLUMNS).map(style.dim),
  );
}

function textFailures({ failures }: DrillFit, style: Style): readonly string[] {
  if (failures.length === 0) return [];
  return [
    style.bold(fitLeft('Failures', LABEL)) +
      style.dim(`${fitRight('attempts', 9)}${fitRight('failed', 9)}${fitRight('before', 9)}${fitRight('after', 9)}`),
    ...failures.map(({ step, attempts, failed, before, after }) => {
      const cells = [String(attempts), String(failed), shareText(before), shareText(after)];
      return `  ${fitLeft(printable(step), LABEL - 2)}${cells.map((cell) => fitRight(cell, 9)).join('')}`;
    }),
  ];
}

function textLeft({ left }: DrillFit): readonly string[] {
  return left.flatMap(({ step, reason }) => wrapWords(printable(`${step} stays as it is: ${reason}.`), COLUMNS));
}
