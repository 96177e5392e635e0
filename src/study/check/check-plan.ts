import type { TextPlace } from '../../scenario/place-of.js';
import type { Objective, Scenario } from '../../scenario/scenario.js';
import { limitText } from '../../units/duration-text.js';
import type { Probability } from '../../units/quantity.js';
import type { DrawnMetrics } from '../uncertainty/drawn-metrics.js';
import type { RunSamples } from '../run-samples.js';
import type { ReadinessSummary, Summary } from '../summary.js';
import type { CheckedAgainst, CheckItem, CheckReport, LimitItem } from './check-report.js';
import { judgeRequirement, type CheckedRun, type Verdict } from './judge-requirement.js';
import type { RequiredQuantity, Requirement } from './requirement.js';
import { restoreTestAges } from './restore-test-ages.js';

/** What a plan is checked for besides what its own file promises. */
export interface CheckOptions {
  readonly requirements: readonly Requirement[];
  /** Where the file says what stands at these keys. */
  readonly placeOf: (path: readonly string[]) => TextPlace | undefined;
  readonly against: CheckedAgainst | null;
  /** What the inputs may truly be, played; absent when no draws were. */
  readonly drawn?: DrawnMetrics | undefined;
}

/** Holds a plan that was played against its objectives, further requirements, and what it must have before it may be relied on. */
export function checkPlan(
  { scenario, samples, summary }: { scenario: Scenario; samples: RunSamples; summary: Summary },
  { requirements, placeOf, against, drawn }: CheckOptions,
): CheckReport {
  const run: CheckedRun = { samples, summary, testAges: restoreTestAges(scenario), drawn };
  const objectives = scenario.objectives.map((objective) => {
    const { metric, quantile } = objective;
    const place = placeOf(['objectives', metric, quantileName(quantile)]) ?? null;
    return limitItem('objective', requirementOf(objective), run, place);
  });
  const items: readonly CheckItem[] = [
    ...objectives,
    ...requirements.map((requirement) => limitItem('requirement', requirement, run, null)),
    ...(summary.readiness?.checks ?? []).map((check) =>
      readinessItem(check, placeOf(['readiness', check.name]) ?? null),
    ),
  ];
  return {
    format: 'drillcast-check/1',
    tool: summary.tool,
    scenario: summary.scenario,
    seed: summary.seed,
    incidents: summary.incidents,
    end: summary.end,
    confidence: summary.confidence,
    draws: summary.draws,
    uncertainty: summary.uncertainty,
    verdict: verdictOf(items.filter((item) => item.kind !== 'readiness' || item.isRequired)),
    items,
    against,
  };
}

/** What an objective requires, as it would be written in a requirement. */
export function requirementOf({ metric, quantile, limit }: Objective): Requirement {
  return {
    text: `${quantileName(quantile)}(${metric}) <= ${limitText(limit)}`,
    quantity: { kind: 'quantile', probability: quantile as Probability, of: { metric, disaster: undefined } },
    comparison: '<=',
    limit,
  };
}

function quantileName(quantile: number): string {
  return `p${Number((quantile * 100).toPrecision(12))}`;
}

function limitItem(
  kind: LimitItem['kind'],
  requirement: Requirement,
  run: CheckedRun,
  place: TextPlace | null,
): LimitItem {
  const { value, low, high, verdict, undecidedFor, kept } = judgeRequirement(requirement, run);
  const { text, comparison, limit, quantity } = requirement;
  return {
    kind,
    text,
    unit: unitOf(quantity),
    comparison,
    limit,
    value,
    low,
    high,
    verdict,
    undecidedFor,
    kept,
    place,
  };
}

function readinessItem(
  { asks, answer, state, isRequired }: ReadinessSummary['checks'][number],
  place: TextPlace | null,
): CheckItem {
  const verdict = state === 'met' ? 'met' : 'missed';
  return { kind: 'readiness', text: asks, answer, verdict, isRequired, place };
}

function unitOf(quantity: RequiredQuantity): LimitItem['unit'] {
  switch (quantity.kind) {
    case 'quantile':
    case 'mean':
      return quantity.of.metric === 'cost' ? 'money' : 'seconds';
    case 'share':
    case 'unrecoverable':
    case 'assumed':
      return 'share';
    case 'cost-per-year':
      return 'money';
    case 'restore-test-age':
      return 'seconds';
    default:
      return quantity satisfies never;
  }
}

function verdictOf(items: readonly CheckItem[]): Verdict {
  if (items.some(({ verdict }) => verdict === 'missed')) return 'missed';
  return items.some(({ verdict }) => verdict === 'undecided') ? 'undecided' : 'met';
}
