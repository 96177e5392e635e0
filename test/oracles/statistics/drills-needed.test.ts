import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drillsNeeded, MOST_DRILLS, type OpenVerdict } from '../../../src/evidence/drills/next/drills-needed.js';
import { compile } from '../../../src/plan/compile.js';
import { drawPlans } from '../../../src/study/uncertainty/draw-plans.js';
import { uncertainInputs } from '../../../src/study/uncertainty/uncertain-inputs.js';
import { scenarioOf } from '../../support/plan-of.js';

interface Row {
  readonly sigma: number;
  readonly countsAs: number;
  readonly limit: number;
  readonly chances: readonly { readonly drills: number; readonly chance: number }[];
}

const ROWS = JSON.parse(readFileSync(new URL('drills-needed.json', import.meta.url), 'utf8')) as readonly Row[];

/** The verdict is whether the median of the one step is within e^limit times 100 s. */
function openVerdict({ sigma, countsAs, limit }: Row, isDrilled = true): OpenVerdict {
  const scenario = scenarioOf(`drillcast: 1
name: One step
surfaces: { database: { versioned: true } }
incidents: { loss: {} }
runbook:
  restore: { takes: { lognormal: { p50: 100s, sigma: ${String(sigma)} }, source: drill, counts-as: ${String(countsAs)} } }
milestones: { service-reopened: restore, incident-closed: restore }
`);
  const plan = compile(scenario);
  const inputs = uncertainInputs(plan, scenario, undefined);
  const { parameters } = drawPlans(plan, inputs, { seed: 4, draws: 1000 });
  const results = parameters[0].values;
  return { inputs, parameters, isDrilled: [isDrilled], results, threshold: limit, credibility: 0.95, seed: 4 };
}

/** 200 worlds, five standard errors of a share near 80 %: 14 %, and 2 % for 400 draws in each. */
const REACH = 0.16;

describe('the drills that would settle a verdict', () => {
  it.each(ROWS)('are those that scipy finds by playing all times, known by $countsAs', (row) => {
    const { needed, chance, learnable, explained } = drillsNeeded(openVerdict(row));
    // A t of 4 degrees has some of its variance beyond the 4 deviations up to which it is followed.
    expect(learnable).toBeGreaterThan(0.95);
    expect(explained).toBeGreaterThan(0.95);
    const at = (drills: number): number => {
      const after = row.chances.findIndex((each) => each.drills >= drills);
      const [low, high] = [row.chances[Math.max(0, after - 1)], row.chances[after]];
      if (low.drills === high.drills) return high.chance;
      return low.chance + ((drills - low.drills) / (high.drills - low.drills)) * (high.chance - low.chance);
    };
    expect(Math.abs(chance - at(needed ?? MOST_DRILLS))).toBeLessThan(REACH);
    if (needed === null) expect(at(MOST_DRILLS)).toBeLessThan(0.8 + REACH);
    else expect(at(needed)).toBeGreaterThan(0.8 - REACH);
  });

  it('are more the less clear it is, and none where drills do not measure it', () => {
    const [clear, , unclear] = ROWS.map((row) => drillsNeeded(openVerdict(row)).needed ?? MOST_DRILLS + 1);
    expect(unclear).toBeGreaterThan(clear);
    const never = drillsNeeded(openVerdict(ROWS[0], false));
    expect(never.needed).toBeNull();
    expect(never.learnable).toBe(0);
  });
});
