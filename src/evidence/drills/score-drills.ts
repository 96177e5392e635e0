import { stream } from '../../random/stream.js';
import type { Scenario, TimeMetric } from '../../scenario/scenario.js';
import { holm } from '../../statistics/holm.js';
import type { Outcomes } from '../../study/outcomes.js';
import { instantIso } from '../../units/parse-instant.js';
import type { Drill, Measured } from './drill.js';
import { drillWarnings } from './drill-warnings.js';
import type { ForecastScore, ScoredDrill, ScoredValue, SubjectScore, Verdict } from './forecast-score.js';
import { achievedBy, stepObservations } from './observations.js';
import { CONFIDENCE, scoreSubject, withVerdict, type Subject, type UnadjustedScore } from './score-subject.js';

/** What the drills are held against. */
export interface Forecast {
  readonly scenario: Scenario;
  readonly outcomes: Outcomes;
  readonly origin: { readonly version: string; readonly file: string; readonly sha256: string };
}

/** A subject with the drills of its values. */
interface DrilledSubject extends Subject {
  readonly drills: readonly number[];
}

/**
 * Holds drills against the forecast of a scenario: where each fell, how often the intervals held what came, whether the
 * places are as uniform as those of a right forecast, which steps are out of line, and what the forecast is worth beside
 * the planning range alone.
 *
 * A drill that says which kind of incident it was is held against the incidents of that kind.
 *
 * The test of Anderson and Darling decides, as a forecast may be wrong in any way, and most often is in its tails; it is
 * adjusted for the number of metrics, or of steps, by Holm. All chance comes from the seed of the run.
 */
export function scoreDrills(drills: readonly Drill[], { scenario, outcomes, origin }: Forecast): ForecastScore {
  const byKind = kindColumns(outcomes);
  const metricSubjects = outcomes.metrics.map(({ name, values }) =>
    subjectOf(name, values, {
      values: drills.map((drill) => achievedBy(drill, name, scenario)),
      planning: name in scenario.planning ? scenario.planning[name as TimeMetric] : undefined,
      kindForecasts: drills.map((drill) => byKind(values, drill.incident)),
      isWithoutMeansNever: true,
      seed: outcomes.seed,
    }),
  );
  const observations = stepObservations(drills);
  const stepSubjects = outcomes.steps.steps.map(({ name, durations }) => {
    const own = new Map(observations.filter(({ step }) => step === name).map((value) => [value.drill, value]));
    return subjectOf(`step/${name}`, durations, {
      values: drills.map((_, drill) => own.get(drill)),
      planning: undefined,
      kindForecasts: drills.map((drill) => byKind(durations, drill.incident)),
      isWithoutMeansNever: false,
      seed: outcomes.seed,
    });
  });
  const metrics = adjusted(metricSubjects);
  const steps = adjusted(stepSubjects);
  const nameOfStep = (subject: string): string => subject.slice('step/'.length);
  return {
    format: 'drillcast-score/1',
    tool: { name: 'drillcast', version: origin.version },
    scenario: { name: scenario.name, file: origin.file, sha256: origin.sha256 },
    seed: outcomes.seed,
    incidents: outcomes.incidents,
    stepIncidents: outcomes.steps.incidents,
    unit: 'seconds',
    confidence: CONFIDENCE,
    drills: drills.map((drill, index): ScoredDrill => {
      return {
        name: drill.name,
        kind: drill.kind,
        began: instantIso(drill.began),
        metrics: Object.fromEntries(metrics.flatMap((scored) => valueOf(scored, index, (name) => name))),
        steps: Object.fromEntries(steps.flatMap((scored) => valueOf(scored, index, nameOfStep))),
      };
    }),
    metrics: Object.fromEntries(metrics.map(({ subject, score }) => [subject.name, score])),
    steps: steps.map(({ subject, score }) => ({ name: nameOfStep(subject.name), ...score })),
    unmeasured: scenario.steps
      .map(({ name }) => name)
      .filter((name) => !steps.some(({ subject }) => subject.name === `step/${name}`)),
    verdict: verdictOf(metrics.map(({ score }) => score)),
    warnings: drillWarnings(drills, scenario),
  };
}

/** Columns of the incidents of one kind, each made once; undefined where no kind is meant, or none of it was played. */
function kindColumns({
  kinds,
}: Outcomes): (values: Float64Array, kind: string | undefined) => Float64Array | undefined {
  const made = new Map<Float64Array, Map<string, Float64Array>>();
  return (values, kind) => {
    const number = kind === undefined ? -1 : kinds.names.indexOf(kind);
    if (kind === undefined || number < 0) return undefined;
    const columns = made.get(values) ?? new Map<string, Float64Array>();
    made.set(values, columns);
    const column = columns.get(kind) ?? values.filter((_, incident) => kinds.values[incident] === number);
    columns.set(kind, column);
    return column.length === 0 ? undefined : column;
  };
}

function subjectOf(
  name: string,
  forecast: Float64Array,
  {
    values,
    planning,
    kindForecasts,
    isWithoutMeansNever,
    seed,
  }: {
    readonly values: readonly (Measured | undefined)[];
    readonly planning: Subject['planning'];
    readonly kindForecasts: readonly (Float64Array | undefined)[];
    readonly isWithoutMeansNever: boolean;
    readonly seed: number;
  },
): DrilledSubject {
  const given = values.flatMap((value, drill) => (value === undefined ? [] : [{ value, drill }]));
  return {
    name,
    forecast,
    measured: given.map(({ value }) => value),
    drills: given.map(({ drill }) => drill),
    ofKind: given.map(({ drill }) => kindForecasts[drill]),
    planning,
    isWithoutMeansNever,
    chance: stream(seed, `score/${name}`, 0),
  };
}

interface Scored {
  readonly subject: DrilledSubject;
  readonly places: UnadjustedScore['places'];
  readonly score: SubjectScore;
}

/** The subjects that were measured, their deciding p-values adjusted for one another. */
function adjusted(subjects: readonly DrilledSubject[]): readonly Scored[] {
  const scored = subjects.flatMap((subject) => {
    const score = scoreSubject(subject);
    return score === undefined ? [] : [{ subject, score }];
  });
  const tested = scored.filter(({ score }) => score.tests !== undefined);
  const pValues = holm(tested.map(({ score }) => score.tests?.andersonDarling.pValue ?? 1));
  return scored.map(({ subject, score }) => {
    const rank = tested.findIndex((other) => other.subject === subject);
    return { subject, places: score.places, score: withVerdict(score, rank < 0 ? 1 : pValues[rank]) };
  });
}

function valueOf(
  { subject, places }: Scored,
  drill: number,
  named: (name: string) => string,
): readonly (readonly [string, ScoredValue])[] {
  const index = subject.drills.indexOf(drill);
  if (index < 0) return [];
  const { seconds, isCensored } = subject.measured[index];
  const { low, high } = places[index];
  return [[named(subject.name), { seconds, isCensored, percentileLow: low, percentileHigh: high }]];
}

/** One metric that falls otherwise than forecast is enough; for the opposite all must be measured often enough. */
function verdictOf(metrics: readonly SubjectScore[]): Verdict {
  const standings = metrics.map(({ standing }) => standing);
  const drills = Math.max(0, ...metrics.map(({ measured }) => measured));
  if (standings.some((standing) => ['longer', 'shorter', 'spread'].includes(standing))) {
    return { standing: 'contradicted', drills };
  }
  const isClear = standings.length > 0 && standings.every((standing) => standing === 'unsuspicious');
  return { standing: isClear ? 'unsuspicious' : 'undecided', drills };
}
