import { durationTicks } from '../duration-ticks.js';

/** A logarithmic axis of durations in the steps in which people think, over values in seconds. */
export function durationAxis({ from, to }: { readonly from: number; readonly to: number }) {
  const ticks = durationTicks({ from, to });
  const labels = Object.fromEntries(ticks.map(({ seconds, label }) => [seconds, label]));
  return {
    field: 'seconds',
    type: 'quantitative' as const,
    scale: { type: 'log' as const, domain: [from, to], nice: false },
    axis: {
      values: ticks.map(({ seconds }) => seconds),
      labelExpr: `${JSON.stringify(labels)}[datum.value]`,
      title: null,
    },
  };
}
