import type { Plan } from '../../plan/plan.js';
import type { Objective, Scenario } from '../../scenario/scenario.js';
import { HOUR } from '../../units/quantity.js';
import type { Alert, AlertsReport, GuardedObjective } from './alerts-report.js';
import { SignalJudge } from './judge-signal.js';
import { limitOf } from './signal-limit.js';
import { SignalPlayer } from './signal-player.js';
import { watchedSignals, type WatchedSignal } from './watched-signal.js';

/** What alerts are asked with; durations in seconds. */
export interface AlertsQuestion extends Pick<
  AlertsReport,
  'tool' | 'seed' | 'incidents' | 'mendWithin' | 'hold' | 'confidence'
> {
  readonly origin: Pick<AlertsReport['scenario'], 'file' | 'sha256'>;
}

/**
 * The alerts that guard a plan's objective on RPO: a threshold for every signal of every copy of its data-bearing
 * surfaces, and how each would have done in the incidents of a run.
 *
 * @returns undefined when the scenario has no objective on RPO: then no threshold follows from anything.
 */
export function watchPlan(scenario: Scenario, plan: Plan, question: AlertsQuestion): AlertsReport | undefined {
  const objective = strictest(scenario.objectives, 'rpo');
  if (objective === undefined) return undefined;
  const { tool, origin, seed, incidents, confidence, mendWithin, hold } = question;
  const asked = { objective, rto: strictest(scenario.objectives, 'rto')?.limit ?? Infinity, mendWithin };
  const watched = watchedSignals(plan);
  const limits = watched.map((each) => limitOf(each, plan, scenario, asked));
  const judges = limits.map((limit) => new SignalJudge({ ...limit, lossLimit: objective.limit, hold, confidence }));
  const player = new SignalPlayer(plan, seed, watched);
  for (let incident = 0; incident < incidents; incident++) {
    player.play(incident);
    for (const [i, judge] of judges.entries()) judge.add(player.played[i]);
  }
  return {
    format: 'drillcast-alerts/1',
    tool,
    scenario: { name: scenario.name, ...origin },
    seed,
    incidents,
    unit: 'seconds',
    confidence,
    objective,
    mendWithin,
    hold,
    dataLossPrice:
      scenario.costs === undefined
        ? null
        : { currency: scenario.costs.currency, perHour: scenario.costs.dataLoss * HOUR },
    alerts: watched.map((each, i): Alert => {
      const { name, copies } = plan.surfaces[each.surface];
      return {
        surface: name,
        copy: copies[each.copy].name,
        signal: each.kind,
        ...limits[i],
        ...judges[i].judge(),
        step: restoringStep(each, plan),
      };
    }),
  };
}

/** Of several objectives on a metric the one that most incidents have to meet: what a single one may come to. */
function strictest(objectives: readonly Objective[], metric: Objective['metric']): GuardedObjective | undefined {
  const strictestFirst = objectives
    .filter((objective) => objective.metric === metric)
    .sort((one, other) => other.quantile - one.quantile);
  const first = strictestFirst.at(0);
  return first === undefined ? undefined : { quantile: first.quantile, limit: first.limit };
}

/** The step that restores the surface, or else the first that moves its bytes. */
function restoringStep({ surface }: WatchedSignal, { steps }: Plan): string | null {
  const restores = steps.find((step) => step.restores === surface);
  const moves = steps.find(({ transfer }) => transfer?.surface === surface);
  return (restores ?? moves)?.name ?? null;
}
