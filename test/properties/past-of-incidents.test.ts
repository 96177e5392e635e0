import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/plan/compile.js';
import type { TracedCopy, TracedRun } from '../../src/study/trace.js';
import { traceIncident } from '../../src/study/trace-incident.js';
import { forwardCases } from '../support/forward-arbitrary.js';
import { backupsYaml, forwardBackups } from '../support/forward-backups.js';
import { planOf, shippedScenario } from '../support/plan-of.js';

describe('the past of an incident', () => {
  it('holds the backups that a schedule played forward, and pruned after every run, has left at the strike', () => {
    fc.assert(
      fc.property(forwardCases, (given) => {
        const trace = traceIncident(planOf(backupsYaml(given)), { seed: 1, incident: 0 });
        const [{ runs, reaches }] = trace.surfaces[0].copies;
        const since = Math.min(...runs.map(({ start }) => start));
        const left = forwardBackups(given, trace.strikesAt)
          .map(({ level, begun }) => ({ level, start: begun - trace.strikesAt }))
          .filter(({ start }) => start >= since - 1e-3);
        const usable = runs.filter(({ outcome }) => outcome === 'usable').reverse();
        expect(usable.map(({ level }) => level)).toEqual(left.map(({ level }) => level));
        // The strike is no whole second.
        usable.forEach(({ start }, place) => expect(start).toBeCloseTo(left[place].start, 3));
        expect(reaches).toBe(usable.at(0)?.start ?? null);
        expect(runs.filter(({ isRestored }) => isRestored).at(-1)).toBe(usable.at(0));
      }),
      { numRuns: 15, seed: 20_261_128, endOnFailure: true },
    );
  }, 240_000);

  it('agrees with the words on why nothing newer was restored, in every shipped scenario', () => {
    let told = 0;
    for (const name of ['dalp-hot-cold', 'dalp-hot-warm', 'dalp-hot-hot', 'reference-r1']) {
      const plan = compile(shippedScenario(name));
      for (let incident = 0; incident < 40; incident++) {
        for (const { from, copies, rpoSeconds } of traceIncident(plan, { seed: 3, incident }).surfaces) {
          const copy = copies.find(({ isChosen }) => isChosen);
          if (copy === undefined || copy.runs.length === 0) continue;
          const head = copy.runs.findLastIndex(({ isRestored }) => isRestored);
          const newer = copy.runs.slice(head + 1);
          // The words have already counted among those that failed what was to fail, and still ran.
          const doomed = countOf(newer.filter(isDoomed), 'not-begun', 'under-way');
          expect(saidIn(from, 'failed')).toBe(countOf(newer, 'failed') + doomed);
          expect(saidIn(from, 'skipped, as an earlier one still ran')).toBe(countOf(newer, 'skipped'));
          const unfinished = countOf(newer, 'not-begun', 'under-way', 'not-copied');
          expect(saidIn(from, 'not yet usable')).toBe(unfinished - doomed);
          expect(saidIn(from, 'found bad')).toBe(countOf(newer, 'bad'));
          expect(-(copy.reaches ?? NaN)).toBeCloseTo(rpoSeconds ?? NaN, 6);
          expectSound(copy);
          told++;
        }
      }
    }
    expect(told).toBeGreaterThan(100);
  });
});

function saidIn(words: string, what: string): number {
  return Number(new RegExp(`(\\d+) newer ones? ${what}(;|$)`).exec(words)?.[1] ?? 0);
}

function isDoomed({ usableFrom }: TracedRun): boolean {
  return usableFrom === null;
}

function countOf(runs: readonly TracedRun[], ...outcomes: readonly TracedRun['outcome'][]): number {
  return runs.filter(({ outcome }) => outcomes.includes(outcome)).length;
}

function expectSound({ runs }: TracedCopy): void {
  expect(runs.map(({ start }) => start)).toEqual(runs.map(({ start }) => start).sort((a, b) => a - b));
  for (const { start, end, usableFrom, outcome, isRestored } of runs) {
    expect(start).toBeLessThanOrEqual(0);
    if (isRestored) expect(outcome).toBe('usable');
    if (outcome === 'usable' || outcome === 'bad') expect(usableFrom).toBeLessThanOrEqual(0);
    if (outcome === 'not-copied') expect(end).toBeLessThanOrEqual(0);
    if (end !== null) expect(end).toBeGreaterThanOrEqual(start);
  }
}
