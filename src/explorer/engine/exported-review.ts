import { compileYears } from '../../plan/years-plan.js';
import { UnplayableError } from '../../plan/unplayable-error.js';
import { THEMED } from '../../report/charts/palette.js';
import { commandLines } from '../../report/command-lines.js';
import { composeReview } from '../../review/compose-review.js';
import { figuresOf } from '../../review/document/review-document.js';
import { renderReviewPage } from '../../review/render-review-page.js';
import { reviewOfRuns } from '../../review/review-of-runs.js';
import { dayText } from '../../review/age-text.js';
import type { Drill } from '../../evidence/drills/drill.js';
import { BLOCK_INCIDENTS } from '../../simulation/block-draws.js';
import { explainPlan } from '../../study/explain/explain-plan.js';
import type { Explanation } from '../../study/explain/explanation.js';
import { EXPLAINED_METRICS } from '../../study/explain/path-outcomes.js';
import { PlaysRecorder, type PlaysOutcomes } from '../../study/explain/plays-recorder.js';
import { outcomesOfRange } from '../../study/outcomes-of-range.js';
import { CONFIDENCE, summarise } from '../../study/summarise.js';
import { summariseYears } from '../../study/years/summarise-years.js';
import { BLOCK_YEARS, YearRecorder } from '../../study/years/year-recorder.js';
import { isWholeYear, yearsContext } from '../../study/years/years-context.js';
import type { YearsSummary } from '../../study/years/years-summary.js';
import { instant } from '../../units/quantity.js';
import { localDate, startOfDay } from '../../units/time-zone.js';
import { drawPicture } from './draw.js';
import type { PlayedRun } from './played-run.js';

/** Each plan that is tried for what drives the result is struck by so many, as in `drillcast report`. */
const EXPLAINED_INCIDENTS = 4096;
const YEARS = 1000;

/** What a review of the explorer is of, and how it says how far it has come. */
export interface ReviewedRun {
  readonly run: PlayedRun;
  /** What a reader would type to read the scenario again. */
  readonly file: string;
  /** What it is held against; undefined where nothing is pinned. */
  readonly pinned: PlayedRun | undefined;
  readonly drills: readonly Drill[];
  /** Milliseconds since 1970: the day of the review is that on which it is written. */
  readonly now: number;
  /** Called between pieces of the work with what is being done. */
  readonly onProgress: (words: string) => Promise<void>;
}

/** The document of a review as one page, as `drillcast report --no-live --html` writes it. */
export async function exportedReview({ run, file, pinned, drills, now, onProgress }: ReviewedRun): Promise<string> {
  const { scenario, plan } = run;
  const today = startOfDay(localDate(instant(Math.floor(now / 1000)), scenario.timezone), scenario.timezone);
  const review = reviewOfRuns(
    pinned === undefined ? [run] : [run, pinned],
    { scenario, plan, drills: drills.length === 0 ? undefined : drills, asOf: today },
    {
      explanation: await explained(run, onProgress),
      years: await playedYears(run, onProgress),
      since: undefined,
      sizing: undefined,
      command: commandOf(run, file, dayText(today, scenario.timezone)),
    },
  );
  await onProgress('drawing and writing');
  const document = composeReview(review);
  const charts = new Map<string, string>();
  for (const { name, draw } of figuresOf(document)) charts.set(name, (await drawPicture(draw(THEMED))).svg);
  return renderReviewPage(document, { charts });
}

async function explained(run: PlayedRun, onProgress: ReviewedRun['onProgress']): Promise<Explanation> {
  const { scenario, plan, outcomes, context } = run;
  const incidents = Math.min(EXPLAINED_INCIDENTS, outcomes.incidents);
  const summary = summarise(outcomesOfRange(outcomes, { from: 0, to: incidents }), context);
  const { seed } = outcomes;
  return explainPlan(
    { scenario, plan, seed, incidents, summary },
    { metrics: EXPLAINED_METRICS, quantile: 'p95', confidence: CONFIDENCE },
    async (plans, isInDetail): Promise<PlaysOutcomes> => {
      const recorder = new PlaysRecorder({ seed, incidents, plans, isInDetail });
      const all = plans.length * incidents;
      for (let from = 0; from < all; from += BLOCK_INCIDENTS) {
        recorder.play({ from, to: Math.min(from + BLOCK_INCIDENTS, all) });
        await onProgress(`looking for what drives the result, ${Math.floor((100 * from) / all)} %`);
      }
      return recorder.outcomes;
    },
  );
}

/** Undefined where the scenario is not about a year, or does not say how often its incidents strike. */
async function playedYears(
  { scenario, outcomes: { seed }, summary }: PlayedRun,
  onProgress: ReviewedRun['onProgress'],
): Promise<YearsSummary | undefined> {
  if (!isWholeYear(scenario)) return undefined;
  try {
    const recorder = new YearRecorder(compileYears(scenario), { seed, range: { from: 0, to: YEARS } });
    for (let from = 0; from < YEARS; from += BLOCK_YEARS) {
      recorder.play({ from, to: Math.min(from + BLOCK_YEARS, YEARS) });
      await onProgress('playing years');
    }
    const { file, sha256 } = summary.scenario;
    const origin = { version: summary.tool.version, file, sha256 };
    return summariseYears(recorder.outcomes, yearsContext(scenario, origin, YEARS));
  } catch (error) {
    if (error instanceof UnplayableError) return undefined;
    throw error;
  }
}

function commandOf({ summary }: PlayedRun, file: string, day: string): readonly string[] {
  const words = ['drillcast', 'report', file, '--as-of', day];
  const { incidents, seed } = summary;
  return commandLines(
    [...words, '--incidents', String(incidents), '--seed', String(seed), '--html', 'review.html'],
    80,
  );
}
