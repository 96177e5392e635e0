import { metricLabel, quantileLabel } from '../report/metric-label.js';
import { shareText } from '../report/share-text.js';
import type { MetricSummary, QuantileSummary, Summary } from '../study/summary.js';
import { deviationText, durationText, limitText } from '../units/duration-text.js';
import { DRAWN_METRICS } from './engine/protocol.js';
import type { ExplorerStore } from './explorer-store.js';

const COLUMNS = ['p50', 'p95'] as const;

/** The three metrics, what they are held against, and which of them is drawn. */
export function AnswerTable({ store, summary }: { readonly store: ExplorerStore; readonly summary: Summary }) {
  return (
    <table class="metrics" aria-label="Answer">
      <thead>
        <tr>
          <th scope="col">
            <span class="hidden">Metric</span>
          </th>
          <th scope="col">Half within</th>
          <th scope="col">95 % within</th>
          <th scope="col">Planning range</th>
          <th scope="col">Objective</th>
        </tr>
      </thead>
      <tbody>
        {DRAWN_METRICS.map((name) => {
          const metric = summary.metrics[name];
          const isDrawn = store.metric.value === name;
          return (
            <tr key={name} class={isDrawn ? 'is-drawn' : ''}>
              <th scope="row">
                <button type="button" aria-pressed={isDrawn} onClick={() => (store.metric.value = name)}>
                  {metricLabel(name)}
                </button>
              </th>
              {COLUMNS.map((column) => (
                <td key={column}>
                  <QuantileCell quantile={metric.quantiles[column]} />
                </td>
              ))}
              <td>
                <PlanningCell metric={metric} />
              </td>
              <td>
                <Objectives metric={metric} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function QuantileCell({ quantile: { state, value, low, high } }: { readonly quantile: QuantileSummary }) {
  if (value === null) return <b class="missed">{state === 'unrecoverable' ? 'never' : '–'}</b>;
  return (
    <>
      <b>{durationText(value)}</b>
      {low === null || high === null ? null : (
        <small> {deviationText({ deviation: Math.max(value - low, high - value), of: value })}</small>
      )}
    </>
  );
}

function PlanningCell({ metric: { planning, unrecoverable } }: { readonly metric: MetricSummary }) {
  return (
    <>
      {planning === null
        ? '–'
        : `${limitText(planning.low)} to ${limitText(planning.high)}: ${shareText(planning.within)}`}
      {unrecoverable === 0 ? null : <small class="missed"> {shareText(unrecoverable)} never recover</small>}
    </>
  );
}

function Objectives({ metric: { objectives } }: { readonly metric: MetricSummary }) {
  if (objectives.length === 0) return <>–</>;
  return (
    <>
      {objectives.map(({ quantile, limit, verdict }) => (
        <span key={quantile} class={verdict}>
          {quantileLabel(quantile)} {limitText(limit)} <b>{verdict}</b>
        </span>
      ))}
    </>
  );
}
