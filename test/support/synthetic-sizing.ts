import { requirementOf } from '../../src/study/check/check-plan.js';
import { neighboursOf, onFrontier } from '../../src/study/size/frontier.js';
import type { Candidate, Sizing } from '../../src/study/size/sizing.js';
import { hours } from '../../src/units/quantity.js';

/** What the synthetic sizing is to keep: a P95 of RTO of 24 h, and one of RPO of 8 h. */
export const SIZED_REQUIREMENTS = [
  requirementOf({ metric: 'rto', quantile: 0.95, limit: hours(24) }),
  requirementOf({ metric: 'rpo', quantile: 0.95, limit: hours(8) }),
];

/** A candidate by its cost, its P95 of RTO and of RPO in hours, and whether it keeps both. */
export function syntheticCandidate(
  values: Candidate['values'],
  [cost, rto, rpo]: readonly [number, number | null, number],
  [first, second]: readonly [Candidate['verdict'], Candidate['verdict']] = ['met', 'met'],
): Candidate {
  const inHours = (value: number | null) => (value === null ? null : value * 3600);
  const quantile = (value: number | null) =>
    ({ state: value === null ? 'unrecoverable' : 'estimated', value: inHours(value), low: null, high: null }) as const;
  const verdicts = [first, second];
  const isMissed = verdicts.includes('missed');
  return {
    scenario: 0,
    values,
    incidents: isMissed ? 4096 : 8192,
    costPerYear: { value: cost, low: cost - 10, high: cost + 10 },
    unrecoverable: isMissed ? 0.02 : 0.001,
    dearerBy: null,
    p95: { rto: quantile(rto), rpo: quantile(rpo) },
    isOnFrontier: false,
    standing: isMissed ? 'missed' : 'contender',
    verdict: isMissed ? 'missed' : verdicts.includes('undecided') ? 'undecided' : 'met',
    findings: [
      { value: inHours(rto), low: null, high: null, verdict: first },
      { value: inHours(rpo), low: null, high: null, verdict: second },
    ],
  };
}

/** By how much a candidate is dearer than another, give or take 5. */
export function dearerThan(other: Candidate, { costPerYear }: Candidate): Candidate['dearerBy'] {
  const value = costPerYear.value - other.costPerYear.value;
  return { value, low: value - 5, high: value + 5 };
}

/** A sizing of these candidates, of which this one was chosen. */
export function syntheticSizing(given: readonly Candidate[], chosen: number | null, name = 'sized'): Sizing {
  const frontier = onFrontier(given);
  const candidates = given.map((candidate, i): Candidate => ({
    ...candidate,
    ...(chosen === null ? {} : { dearerBy: dearerThan(given[chosen], candidate) }),
    isOnFrontier: frontier[i],
    standing: i === chosen ? 'chosen' : candidate.standing,
  }));
  return {
    format: 'drillcast-sizing/1',
    tool: { name: 'drillcast', version: '0.1.0' },
    scenarios: [{ name, file: 'sized.yaml', sha256: '0'.repeat(64) }],
    seed: 1,
    incidents: 32_768,
    end: 'settled',
    confidence: 0.95,
    varied: [
      { path: ['surfaces', 'db', 'base-backup', 'schedule'], values: ['every 6h', 'every 12h', 'every 1d'] },
      { path: ['people', 'engineers', 'count'], values: ['1', '2'] },
    ],
    requirements: SIZED_REQUIREMENTS.map(({ text }) => text),
    minimise: null,
    tolerance: 0.01,
    currency: 'EUR',
    chosen,
    gap: chosen === null ? null : 0,
    neighbours: chosen === null ? null : neighboursOf(candidates, chosen),
    obstacles: [],
    candidates,
    draws: null,
    uncertainty: null,
  };
}

/** Six of them: the second cheapest to keep both is dearer by 900, and reopens sooner. */
export const SIX_CANDIDATES: readonly Candidate[] = [
  syntheticCandidate(['every 1d', '1'], [40_000, 30, 23], ['missed', 'missed']),
  syntheticCandidate(['every 12h', '1'], [41_000, 30, 12], ['missed', 'missed']),
  syntheticCandidate(['every 12h', '2'], [43_500, 20, 12], ['met', 'missed']),
  syntheticCandidate(['every 6h', '2'], [44_100, 20, 6]),
  syntheticCandidate(['every 6h', '1'], [44_050, 30, 6], ['undecided', 'met']),
  syntheticCandidate(['every 3h', '2'], [45_000, 15, 6]),
];
