import type { CostsSummary, Summary } from '../study/summary.js';
import { moneyText } from './money-text.js';
import { printable } from './printable.js';
import { sizeText } from './size-text.js';
import type { Style } from './style.js';
import { fitLeft, fitRight } from './text-width.js';

const NAME_WIDTH = 36;
const CELL_WIDTH = 14;

/** What incidents cost in a year, and what it costs to be ready for them; no lines when the scenario has no prices. */
export function textCosts({ costs, incidentKinds }: Summary, style: Style): readonly string[] {
  if (costs === null) return [];
  const { p50, p95 } = costs.perIncident.quantiles;
  const rows = [
    row('incidents, as expected', costs.incidents.perYear, errorText(costs)),
    row('storage', costs.storage.perYear, `${sizeText(costs.storage.bytes)} kept`),
    ...Object.entries(costs.standing).map(([name, perYear]) => row(name, perYear, '')),
  ];
  return [
    style.bold(`Cost per year, ${printable(costs.currency)}`),
    ...rows,
    style.bold(row('in all', costs.perYear, '')),
    ...kindRows(incidentKinds).map(style.dim),
    style.dim(`  One incident costs ${amountText(p50.value)} in half of the cases, ${amountText(p95.value)} at P95.`),
  ];
}

/** Most kinds cost little beside the few that cost most. */
const MOST_KINDS = 5;

/** The kinds of incident that cost most in a year; no lines where there is only one. */
function kindRows(kinds: Summary['incidentKinds']): readonly string[] {
  const priced = Object.entries(kinds).flatMap(([name, { cost }]) => {
    if (cost === null || cost.perYear === null) return [];
    return [{ name, perYear: cost.perYear, mean: cost.mean }];
  });
  if (priced.length < 2) return [];
  return priced
    .sort((one, other) => other.perYear - one.perYear)
    .slice(0, MOST_KINDS)
    .map(({ name, perYear, mean }) => row(`of it, ${name}`, perYear, `${moneyText(mean)} each`));
}

function row(name: string, perYear: number | null, note: string): string {
  return `  ${fitLeft(printable(name), NAME_WIDTH)}${fitRight(amountText(perYear), CELL_WIDTH)}  ${note}`.trimEnd();
}

function errorText({ incidents }: CostsSummary): string {
  return incidents.standardError === null ? 'not known' : `±${moneyText(1.96 * incidents.standardError)}`;
}

function amountText(amount: number | null): string {
  return amount === null ? '–' : moneyText(amount);
}
