import { stringify } from 'yaml';
import { exactDuration } from '../../units/exact-text.js';
import { instantIso } from '../../units/parse-instant.js';
import type { Drill, DrilledAttempt, Measured } from './drill.js';

/** A drill as a file that reads back to it, in YAML. */
export function writeDrill(drill: Drill): string {
  const { rto, rtt, rpo } = drill.achieved;
  const achieved = {
    ...(rto === undefined ? {} : { rto: measured(rto) }),
    ...(rtt === undefined ? {} : { rtt: measured(rtt) }),
    ...(Object.keys(rpo).length === 0
      ? {}
      : { rpo: Object.fromEntries(Object.entries(rpo).map(([name, value]) => [name, measured(value)])) }),
  };
  return stringify(
    {
      drill: 1,
      name: drill.name,
      kind: drill.kind,
      began: instantIso(drill.began),
      ...(drill.environment === '' ? {} : { environment: drill.environment }),
      ...(drill.incident === undefined ? {} : { incident: drill.incident }),
      ...(drill.restored.length === 0 ? {} : { restored: drill.restored }),
      ended: drill.ended,
      ...(Object.keys(achieved).length === 0 ? {} : { achieved }),
      ...(drill.steps.length === 0
        ? {}
        : { steps: Object.fromEntries(drill.steps.map(({ name, attempts }) => [name, attempts.map(attempt)])) }),
      ...(drill.failures.length === 0 ? {} : { failures: drill.failures }),
      ...(drill.note === '' ? {} : { note: drill.note }),
    },
    { lineWidth: 100 },
  );
}

function measured({ seconds, isCensored }: Measured): unknown {
  return isCensored ? { 'at-least': exactDuration(seconds) } : exactDuration(seconds);
}

function attempt({ start, end, outcome, paused, note }: DrilledAttempt): unknown {
  return {
    start: instantIso(start),
    end: instantIso(end),
    ...(outcome === 'done' ? {} : { outcome }),
    ...(paused === 0 ? {} : { paused: exactDuration(paused) }),
    ...(note === '' ? {} : { note }),
  };
}
