import type { MetricCurve } from '../metric-curve.js';

/** The points of a curve from 0 on: what is shorter than the axis reaches makes it rise where the axis begins. */
export function risen(points: MetricCurve['points']): MetricCurve['points'] {
  return points[0].share > 0 ? [{ value: points[0].value, share: 0 }, ...points] : points;
}
