import type { MetricSummary, Summary } from '../summary.js';
import type { Change, CheckedAgainst } from './check-report.js';

/** An earlier result, as much of it as is needed. */
export type EarlierResult = Pick<Summary, 'tool' | 'scenario' | 'seed' | 'incidents'> & {
  readonly metrics: Readonly<Record<string, Pick<MetricSummary, 'quantiles'>>>;
};

/** What became of P50 and P95 of every metric since an earlier result. */
export function checkAgainst(file: string, before: EarlierResult, after: Summary): CheckedAgainst {
  const names = Object.keys(after.metrics);
  const changeOf = (metric: string, quantile: 'p50' | 'p95'): Change => ({
    before: before.metrics[metric].quantiles[quantile].value,
    after: after.metrics[metric].quantiles[quantile].value,
  });
  return {
    file,
    version: before.tool.version,
    sha256: before.scenario.sha256,
    isSameLuck:
      before.seed === after.seed && before.incidents === after.incidents && before.tool.version === after.tool.version,
    metrics: Object.fromEntries(
      names
        .filter((name) => Object.hasOwn(before.metrics, name))
        .map((name) => [name, { p50: changeOf(name, 'p50'), p95: changeOf(name, 'p95') }]),
    ),
    added: names.filter((name) => !Object.hasOwn(before.metrics, name)),
    removed: Object.keys(before.metrics).filter((name) => !names.includes(name)),
  };
}
