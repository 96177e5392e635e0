import type { Sizing } from '../../study/size/sizing.js';
import { csvText, type Cell } from '../csv-text.js';

/** Every combination as a row: its values, what it costs and achieves, and how it stands. */
export function renderSizingCsv({ scenarios, varied, requirements, candidates }: Sizing): string {
  const header: readonly Cell[] = [
    'scenario',
    ...varied.map(({ path }) => path.join('.')),
    ...['incidents', 'cost_per_year', 'cost_per_year_low', 'cost_per_year_high', 'rto_p95_seconds', 'rpo_p95_seconds'],
    ...requirements.flatMap((text) => [text, `${text}: verdict`]),
    ...['verdict', 'standing', 'is_on_frontier'],
  ];
  const rows = candidates.map((candidate): readonly Cell[] => [
    scenarios[candidate.scenario].file,
    ...candidate.values,
    candidate.incidents,
    ...[candidate.costPerYear.value, candidate.costPerYear.low, candidate.costPerYear.high],
    ...[candidate.p95.rto.value, candidate.p95.rpo.value],
    ...candidate.findings.flatMap(({ value, verdict }): readonly Cell[] => [value, verdict]),
    ...[candidate.verdict, candidate.standing, candidate.isOnFrontier ? 'yes' : 'no'],
  ]);
  return csvText([header, ...rows]);
}
