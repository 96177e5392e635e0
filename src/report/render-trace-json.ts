import type { Trace } from '../study/trace.js';
import { timestamp } from './instant-text.js';
import { jsonText } from './json-text.js';

/**
 * One incident as a JSON document: durations and times from the strike in seconds, instants by RFC 3339.
 *
 * @throws RangeError when a number of the trace is not finite.
 */
export function renderTraceJson(trace: Trace): string {
  const { incident, seed, strikesAt, timezone, metrics, surfaces, steps, milestones } = trace;
  return jsonText({
    format: 'drillcast-trace/1',
    incident,
    seed,
    strikesAt: timestamp(strikesAt),
    timezone,
    unit: 'seconds',
    metrics,
    surfaces: surfaces.map((surface) => ({
      ...surface,
      recoveryPoint: surface.recoveryPoint === null ? null : timestamp(surface.recoveryPoint),
    })),
    steps,
    milestones,
  });
}
