import { describe, expect, it } from 'vitest';
import { adviseDrills } from '../../../src/evidence/drills/next/advise-drills.js';
import type { DrillAdvice } from '../../../src/evidence/drills/next/drill-advice.js';
import { drawnResult } from '../../../src/evidence/drills/next/drawn-result.js';
import { compile } from '../../../src/plan/compile.js';
import { renderNextText } from '../../../src/report/render-next-text.js';
import { textWidth } from '../../../src/report/text-width.js';
import { PlaysRecorder } from '../../../src/study/explain/plays-recorder.js';
import { drawnMetrics } from '../../../src/study/uncertainty/drawn-metrics.js';
import { drawPlans } from '../../../src/study/uncertainty/draw-plans.js';
import { uncertainInputs } from '../../../src/study/uncertainty/uncertain-inputs.js';
import { scenarioOf } from '../../support/plan-of.js';

const TEXT = `drillcast: 1
name: Three steps in a row
surfaces:
  database: { size: 100 GB, replication: { every: 1h, takes: { value: 1m to 5m, source: imported, counts-as: 4 } } }
incidents: { loss: {} }
objectives: { rto: { p50: 4h, p95: 90d }, rpo: { p95: 10m } }
runbook:
  guessed: { takes: 1h to 4h }
  drilled: { follows: guessed, takes: { value: 1h to 4h, source: drill, counts-as: 40 }, fails: { value: 5%, source: drill, counts-as: 40 } }
  mixed: { follows: drilled, takes: 1s to 3s, transfers: { bytes: 1 MB, rate: { value: 1 MB/s, source: measured } } }
milestones: { service-reopened: mixed, incident-closed: mixed }
`;

function advise(text: string, metric?: 'rto' | 'rpo' | 'rtt'): DrillAdvice {
  const scenario = scenarioOf(text);
  const plan = compile(scenario);
  const inputs = uncertainInputs(plan, scenario, 2);
  const [draws, incidents, seed] = [600, 256, 2];
  const { plans, parameters } = drawPlans(plan, inputs, { seed, draws });
  const recorder = new PlaysRecorder({ seed, incidents, plans, isInDetail: false });
  recorder.play({ from: 0, to: draws * incidents });
  const origin = { version: '0.0.0', file: 'steps.yaml', sha256: '0'.repeat(64) };
  return adviseDrills({
    ...{ scenario, inputs, parameters, seed, metric, origin },
    ...{ drawn: drawnMetrics(recorder.outcomes), assumptionsCount: 2, credibility: 0.95 },
  });
}

const advice = advise(TEXT);

describe('The advice on the next drill', () => {
  it('names the step that is guessed, before the one that was drilled forty times, and what does not matter', () => {
    expect(advice.rankedBy).toBe('verdicts');
    const [first, second] = advice.subjects;
    expect([first.kind, first.name, first.isDrilled, first.matters]).toEqual(['step', 'guessed', true, true]);
    expect(second.name).toBe('drilled');
    expect(first.p95.rto?.value).toBeGreaterThan(0.7);
    expect(second.p95.rto?.value).toBeLessThan(0.2);
    const mixed = advice.subjects.find(({ name }) => name === 'mixed');
    expect(mixed).toMatchObject({ isDrilled: false, matters: false });
    // Of a step with two parts a drill measures their sum.
    expect(mixed?.inputs).toEqual([
      { path: 'runbook.mixed.takes', countsAs: 2, isDrilled: false },
      { path: 'runbook.mixed.transfers.bytes', countsAs: 2, isDrilled: false },
    ]);
    expect(advice.subjects.find(({ name }) => name === 'drilled')?.inputs).toEqual([
      { path: 'runbook.drilled.takes', countsAs: 40, isDrilled: true },
      { path: 'runbook.drilled.fails', countsAs: 40, isDrilled: true },
    ]);
  });

  it('says which verdicts are open, how likely they are wrong, and how many drills settle them', () => {
    const [median, tail, loss] = advice.objectives;
    expect(median.verdict).toBe('undecided');
    expect(median.wrong).toBe(Math.min(median.met, 1 - median.met));
    expect(median.drills?.learnable).toBeGreaterThan(0.9);
    expect(median.drills?.explained).toBeGreaterThan(0.9);
    expect([tail.verdict, tail.drills]).toEqual(['met', null]);
    expect([loss.verdict, loss.drills]).toEqual(['missed', null]);
    const [{ verdicts }] = advice.subjects;
    expect(verdicts[0].value).toBeGreaterThan(0.1);
    expect(verdicts[0].value).toBeLessThanOrEqual(median.wrong + 0.02);
    expect(verdicts[1]).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('ranks by the P95 of a metric when asked to: of the loss, the surface', () => {
    const byLoss = advise(TEXT, 'rpo');
    expect(byLoss.rankedBy).toBe('rpo');
    expect(byLoss.subjects[0]).toMatchObject({ kind: 'surface', name: 'database', isDrilled: false });
    expect(byLoss.subjects[0].p95.rpo?.value).toBeGreaterThan(0.75);
    expect(byLoss.subjects[1].p95.rpo?.value ?? 1).toBeLessThan(0.05);
  });

  it('needs fewer drills where the promise is further away', () => {
    const neededFor = (limit: string): number => {
      const [{ verdict, drills }] = advise(TEXT.replace('p50: 4h', `p50: ${limit}`)).objectives;
      expect(verdict).toBe('undecided');
      return drills?.needed ?? 51;
    };
    expect(neededFor('6h')).toBeLessThan(neededFor('4h10m'));
  });

  it('is told in 80 columns, with the step and what knowing it brings', () => {
    const text = renderNextText(advice, { replay: ['drillcast drills next steps.yaml'] });
    expect(text.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
    expect(text.replaceAll('\n', ' ')).toMatch(
      /Measure guessed next: if it were known, the verdict on RTO P50 within 4h would be/,
    );
    expect(text).toMatch(/database \(surface\) \*/);
    expect(text).toContain('Do not matter, as far as can be told: mixed.');
    const none = advise(TEXT.replace('1h to 4h }', '1h }').replace('objectives: {', 'objectives: {}\n#'), 'rpo');
    expect(renderNextText(none, { replay: [] })).toContain('Measure database next');
    expect(renderNextText(none, { replay: [] }).replaceAll('\n', ' ')).toContain(
      'A drill of everything does not measure it apart.',
    );
  });
});

describe('The result of draws', () => {
  it('has a logarithm where it can, else normal scores that keep the limit where it was', () => {
    expect(drawnResult(Float64Array.of(5, 5, 5))).toBeUndefined();
    const finite = drawnResult(Float64Array.of(1, Math.E, 10));
    expect([finite?.scale, finite?.values[1], finite?.threshold(Math.E)]).toEqual(['logarithm', 1, 1]);
    const infinite = drawnResult(Float64Array.of(1, 30, Infinity, 0, Infinity));
    expect(infinite?.scale).toBe('normal scores');
    const kept = (limit: number) => infinite?.values.map((value) => (value <= infinite.threshold(limit) ? 1 : 0));
    expect([...(kept(1) ?? [])]).toEqual([1, 0, 0, 1, 0]);
    expect([...(kept(30) ?? [])]).toEqual([1, 1, 0, 1, 0]);
    expect(infinite?.values[2]).toBe(infinite?.values[4]);
    expect(drawnResult(Float64Array.of(0, 5))?.threshold(9)).toBe(Infinity);
    expect(drawnResult(Float64Array.of(1, 5, Infinity))?.threshold(0.5)).toBe(-Infinity);
  });
});
