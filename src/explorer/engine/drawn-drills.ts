import { achievedBy } from '../../evidence/drills/observations.js';
import { readDrills } from '../../evidence/drills/read-drill.js';
import type { Drill } from '../../evidence/drills/drill.js';
import type { DrawnDrill } from '../../report/charts/exceedance.js';
import { formatProblem } from '../../scenario/read-scenario.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { DrawnMetric, Texts } from './protocol.js';

/** Drills of all files, and what is wrong with those that could not be read. */
export interface DrillsOfTexts {
  readonly drills: readonly Drill[];
  readonly problems: readonly string[];
}

/** Reads drill files, each by itself: a broken one takes no other with it. */
export function drillsOf(texts: Texts): DrillsOfTexts {
  const read = Object.entries(texts).map(([file, text]) => readDrills({ file, text }));
  return {
    drills: read.flatMap((each) => (each.kind === 'drills' ? each.drills : [])),
    problems: read.flatMap((each) => (each.kind === 'problems' ? each.problems.slice(0, 1).map(formatProblem) : [])),
  };
}

/** What the drills achieved by a metric, those that say so. */
export function drawnDrills(drills: readonly Drill[], metric: DrawnMetric, scenario: Scenario): readonly DrawnDrill[] {
  return drills.flatMap((drill) => {
    const achieved = achievedBy(drill, metric, scenario);
    return achieved === undefined ? [] : [{ ...achieved, name: drill.name }];
  });
}
