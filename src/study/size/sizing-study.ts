import { normalQuantile } from '../../arithmetic/normal-quantile.js';
import { jointVerdict } from '../check/joint-verdict.js';
import type { Requirement } from '../check/requirement.js';
import type { Outcomes } from '../outcomes.js';
import { CONFIDENCE } from '../summarise.js';
import type { Summary } from '../summary.js';
import { CandidateRun, type Combination, type JudgedCandidate } from './candidate-run.js';
import { neighboursOf, onFrontier, type Respects } from './frontier.js';
import { obstaclesOf, type Obstacle } from './obstacles.js';
import type { VariedInput } from './read-vary.js';
import {
  confidencesOfEach,
  costDifference,
  select,
  type ConfidencesOfEach,
  type CostDifference,
  type Selection,
  type Standing,
} from './select.js';
import type { Candidate, Sizing, SizingEnd } from './sizing.js';

/** What combinations are asked to keep, and how the best of them is found. */
export interface SizingQuestion {
  readonly varied: readonly VariedInput[];
  readonly requirements: readonly Requirement[];
  /** Path of the input of which as little as possible is to be had; null where the cost alone decides. */
  readonly minimise: string | null;
  /** Share of its cost by which the chosen one may be dearer than the best. */
  readonly tolerance: number;
  readonly seed: number;
  /** The most incidents that one combination is struck by. */
  readonly incidents: number;
}

/** The first look is at so many incidents: all those whose runbook is looked at in detail. */
const FIRST_LOOK = 4096;

/**
 * After how many incidents the combinations are looked at: each time twice as many, last as many as are allowed. They are
 * fixed beforehand.
 */
export function looksOf(incidents: number): readonly number[] {
  const looks: number[] = [];
  for (let look = FIRST_LOOK; look < incidents; look *= 2) looks.push(look);
  return [...looks, incidents];
}

/** A sizing while it is played: the combinations, what is known of each, and who is still in question. */
export class SizingStudy {
  readonly #question: SizingQuestion;
  readonly #runs: readonly CandidateRun[];
  readonly #confidences: ConfidencesOfEach;
  readonly #judged: JudgedCandidate[] = [];
  #selection: Selection | undefined;
  /** As all were found in the incidents that struck all of them. */
  #atFirst: readonly Respects[] = [];

  /** @throws RangeError when there is no combination, or nothing is required. */
  constructor(combinations: readonly Combination[], question: SizingQuestion) {
    if (combinations.length === 0 || question.requirements.length === 0) {
      throw new RangeError('SizingStudy: expected combinations and requirements');
    }
    this.#question = question;
    this.#runs = combinations.map((combination) => new CandidateRun(combination));
    this.#confidences = confidencesOfEach(CONFIDENCE, {
      combinations: combinations.length,
      requirements: question.requirements.length,
      looks: looksOf(question.incidents).length,
    });
  }

  /** Whether every combination was looked at once: before that there is no answer. */
  get hasAnswer(): boolean {
    return this.#selection !== undefined;
  }

  get isSettled(): boolean {
    return this.#selection?.isSettled ?? false;
  }

  /** Numbers of the combinations that are still in question. */
  get inQuestion(): readonly number[] {
    const standings = this.#selection?.standings;
    return [...this.#runs.keys()].filter((i) => {
      const standing = standings?.[i] ?? 'contender';
      return standing === 'contender' || standing === 'chosen';
    });
  }

  /** What is played of a combination next. */
  runOf(candidate: number): Pick<CandidateRun, 'combination' | 'incidents'> {
    return this.#runs[candidate];
  }

  add(candidate: number, outcomes: Outcomes): void {
    this.#runs[candidate].add(outcomes);
  }

  /**
   * Looks at all that are in question, which were struck by equally many incidents.
   *
   * @throws NoCostPerYear when a year of one of them has no cost.
   */
  look(): void {
    const looked = this.inQuestion;
    for (const i of looked) {
      this.#judged[i] = keepingVerdicts(
        this.#runs[i].judge(this.#question.requirements, this.#confidences.requirement),
        this.#judged.at(i),
      );
    }
    if (this.#selection === undefined) this.#atFirst = this.#judged.map(respectsOf);
    const selection = select(
      looked.map((i) => {
        const { verdict, yearlyCosts } = this.#judged[i];
        return { verdict, yearlyCosts, order: this.#runs[i].combination.order };
      }),
      { confidence: this.#confidences.pair, tolerance: this.#question.tolerance },
    );
    const before = this.#selection?.standings ?? this.#runs.map((): Standing => 'contender');
    const standings = before.map((standing, i) =>
      looked.includes(i) ? selection.standings[looked.indexOf(i)] : standing,
    );
    this.#selection = {
      ...selection,
      leader: selection.leader === null ? null : looked[selection.leader],
      standings,
    };
  }

  /**
   * The sizing as it stands, by the laws as they are written.
   *
   * @throws RangeError before the first look.
   */
  sizing(end: SizingEnd, scenarios: readonly Summary['scenario'][], currency: string): Sizing {
    if (this.#selection === undefined) throw new RangeError('SizingStudy: nothing was looked at');
    const { leader, gap, standings } = this.#selection;
    const { requirements, ...asked } = this.#question;
    const frontier = onFrontier(this.#atFirst);
    const candidates = this.#runs.map((run, i): Candidate => ({
      ...candidateOf(run, this.#judged[i], standings[i]),
      dearerBy: leader === null || i === leader ? null : this.#difference(i, leader),
      isOnFrontier: frontier[i],
    }));
    return {
      format: 'drillcast-sizing/1',
      tool: this.#judged[0].summary.tool,
      scenarios,
      seed: asked.seed,
      incidents: asked.incidents,
      end,
      confidence: CONFIDENCE,
      varied: asked.varied,
      requirements: requirements.map(({ text }) => text),
      minimise: asked.minimise,
      tolerance: asked.tolerance,
      currency,
      chosen: leader,
      gap,
      neighbours: leader === null ? null : neighboursOf(candidates, leader),
      obstacles: leader === null ? this.#obstacles() : [],
      candidates,
      draws: null,
      uncertainty: null,
    };
  }

  /** With the confidence by which the one is chosen, so that all that is said holds together. */
  #difference(one: number, other: number): CostDifference {
    return costDifference(this.#judged[one].yearlyCosts, this.#judged[other].yearlyCosts, this.#confidences.pair);
  }

  #obstacles(): readonly Obstacle[] {
    return obstaclesOf(
      this.#question.requirements,
      this.#judged.map(({ findings, summary: { restsOn } }) => ({ findings, restsOn })),
    );
  }
}

/** What combinations are compared by, of a judged one. */
function respectsOf({ summary: { metrics, costs }, costPerYear }: JudgedCandidate): Respects {
  // Of one incident there is no error.
  const reach = normalQuantile(0.5 + CONFIDENCE / 2) * (costs?.incidents.standardError ?? 0);
  return {
    costPerYear: { value: costPerYear, low: costPerYear - reach, high: costPerYear + reach },
    p95: { rto: metrics.rto.quantiles.p95, rpo: metrics.rpo.quantiles.p95 },
  };
}

/** What was certain at one look stays certain: the error that was allowed for covers all of them. */
function keepingVerdicts(judged: JudgedCandidate, before: JudgedCandidate | undefined): JudgedCandidate {
  if (before === undefined) return judged;
  const findings = judged.findings.map((finding, at) => {
    const { verdict } = before.findings[at];
    return verdict === 'undecided' ? finding : { ...finding, verdict };
  });
  return { ...judged, findings, verdict: jointVerdict(findings.map(({ verdict }) => verdict)) };
}

function candidateOf(
  { combination, incidents }: CandidateRun,
  judged: JudgedCandidate,
  standing: Standing,
): Omit<Candidate, 'isOnFrontier' | 'dearerBy'> {
  return {
    scenario: combination.number,
    values: combination.values,
    incidents,
    ...respectsOf(judged),
    unrecoverable: judged.summary.metrics.rto.unrecoverable,
    standing,
    verdict: judged.verdict,
    findings: judged.findings,
  };
}
