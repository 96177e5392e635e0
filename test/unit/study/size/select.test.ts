import { describe, expect, test } from 'vitest';
import { keyOf } from '../../../../src/random/key.js';
import { Stream } from '../../../../src/random/stream.js';
import { atLeastSuccesses } from '../../../../src/statistics/binomial-tail.js';
import { binomialWeights } from '../../../../src/statistics/binomial-weights.js';
import { clopperPearson } from '../../../../src/statistics/clopper-pearson.js';
import { wilsonInterval } from '../../../../src/statistics/wilson-interval.js';
import { confidencesOfEach, select, type Contender } from '../../../../src/study/size/select.js';

const asked = { confidence: 0.95, tolerance: 0.01 };

function contender(verdict: Contender['verdict'], costs: readonly number[], order = 0): Contender {
  return { verdict, order, yearlyCosts: Float64Array.from(costs) };
}

describe('select', () => {
  test('leads with the cheapest that certainly keeps all, and the first of equals', () => {
    const found = select(
      [
        contender('undecided', [1, 1]),
        contender('met', [5, 5]),
        contender('met', [3, 3]),
        contender('missed', [0, 0]),
        contender('met', [3, 3]),
      ],
      asked,
    );
    expect(found.leader).toBe(2);
    expect(found.standings).toEqual(['contender', 'dearer', 'chosen', 'missed', 'contender']);
  });

  test('leads with none where none certainly keeps all; that is settled where all miss', () => {
    expect(select([contender('undecided', [1, 2]), contender('missed', [1, 2])], asked)).toEqual({
      leader: null,
      standings: ['contender', 'missed'],
      gap: null,
      isSettled: false,
    });
    expect(select([contender('missed', [1, 2])], asked)).toMatchObject({ leader: null, isSettled: true });
  });

  test('tells by how much another may be cheaper, from the differences in the same incidents', () => {
    // Differences 1, 3, −1, 3 with mean 1.5 and standard error √(11/3)/2 = 0.957427: 1.959964 of it is 1.876523.
    const found = select([contender('met', [10, 20, 30, 40]), contender('met', [11, 23, 29, 43])], asked);
    expect(found.leader).toBe(0);
    expect(found.standings).toEqual(['chosen', 'contender']);
    expect(found.gap).toBeCloseTo(1.876523 - 1.5, 5);
    // 0.3765 is more than 1 % of 25, and less than 2 %.
    expect(found.isSettled).toBe(false);
    expect(
      select([contender('met', [10, 20, 30, 40]), contender('met', [11, 23, 29, 43])], { ...asked, tolerance: 0.02 })
        .isSettled,
    ).toBe(true);
  });

  test('what is undecided and may be cheaper by more than the tolerance leaves the choice open', () => {
    const dear = contender('met', [100, 102]);
    expect(select([dear, contender('undecided', [98, 100])], asked).isSettled).toBe(false);
    expect(select([dear, contender('undecided', [99.5, 101.5])], asked).isSettled).toBe(true);
    expect(select([dear, contender('undecided', [101, 103])], asked).standings[1]).toBe('dearer');
  });

  test('puts what is to be small before the cost', () => {
    const found = select(
      [contender('met', [1, 1], 2), contender('met', [9, 9], 1), contender('undecided', [20, 20], 0)],
      asked,
    );
    expect(found.leader).toBe(1);
    expect(found.standings).toEqual(['dearer', 'chosen', 'contender']);
    expect(found.isSettled).toBe(false);
  });

  test('needs an incident', () => {
    expect(() => select([contender('met', [])], asked)).toThrow(RangeError);
  });
});

test('half of the error is for requirements, half for pairs, each shared out among all that is looked at', () => {
  const each = confidencesOfEach(0.95, { combinations: 5, requirements: 2, looks: 4 });
  expect(each.requirement).toBeCloseTo(1 - 0.025 / 40, 12);
  expect(each.pair).toBeCloseTo(1 - 0.025 / 40, 12);
  expect(confidencesOfEach(0.95, { combinations: 1, requirements: 1, looks: 1 })).toEqual({
    requirement: 0.975,
    pair: 0.975,
  });
});

const REPETITIONS = 400;

/** At most so many of the repetitions may be wrong; at 5 % more happens once in a million times. */
function mostErrors(): number {
  let most = REPETITIONS;
  while (atLeastSuccesses(most, { trials: REPETITIONS, probability: 0.05 }) < 1e-6) most--;
  return most;
}

/** The best costs 100, four others 100.1 each, in incidents that are worse for all or for none, and a little for one. */
function repetition(chance: Stream): readonly Contender[] {
  const incidents = 500;
  const common = Float64Array.from({ length: incidents }, () => 30 * chance.normal());
  return [100.1, 100.1, 100, 100.1, 100.1].map((cost) => ({
    verdict: 'met',
    order: 0,
    yearlyCosts: common.map((noise) => cost + noise + 3 * chance.normal()),
  }));
}

/** How often the best is out, or the leader is dearer than the best by more than was said. */
function errorsOf(confidence: number): number {
  const chance = new Stream(keyOf(7, 'selection', 'stream')).goTo(0);
  let errors = 0;
  for (let i = 0; i < REPETITIONS; i++) {
    const { leader, standings, gap } = select(repetition(chance), { confidence, tolerance: 0 });
    const excess = leader === 2 ? 0 : 0.1;
    if (standings[2] === 'dearer' || (gap ?? 0) < excess) errors++;
  }
  return errors;
}

describe('With the confidence that was asked for', () => {
  test('the best is not out, and nothing is cheaper by more than the gap, however near the others are', () => {
    const { pair } = confidencesOfEach(0.95, { combinations: 5, requirements: 1, looks: 1 });
    expect(errorsOf(pair)).toBeLessThanOrEqual(mostErrors());
    // The same without any allowance for the number of pairs, nor for error, errs far more often.
    expect(errorsOf(0.3)).toBeGreaterThan(mostErrors());
  });

  test('what lies on the limit is called neither met nor missed at any of the looks', () => {
    const looks = [4096, 8192, 16_384, 32_768];
    const { requirement } = confidencesOfEach(0.95, { combinations: 1, requirements: 1, looks: looks.length });
    const chance = new Stream(keyOf(7, 'feasibility', 'stream')).goTo(0);
    let errors = 0;
    for (let i = 0; i < REPETITIONS; i++) {
      let [successes, trials] = [0, 0];
      const isEverCertain = looks.some((look) => {
        for (; trials < look; trials++) successes += chance.uniform() < 0.95 ? 1 : 0;
        const { low, high } = clopperPearson({ successes, trials, confidence: requirement });
        return low >= 0.95 || high < 0.95;
      });
      if (isEverCertain) errors++;
    }
    expect(errors).toBeLessThanOrEqual(mostErrors());
  });

  test('a share that lies on a limit of one in ten thousand is called certain as rarely as is allowed, by the exact interval alone', () => {
    const [trials, probability] = [4096, 1e-4];
    const { requirement: confidence } = confidencesOfEach(0.95, { combinations: 100, requirements: 3, looks: 4 });
    const { first, weights } = binomialWeights({ trials, probability });
    const errorOf = (interval: typeof wilsonInterval): number =>
      weights.slice(0, 60).reduce((sum, weight, i) => {
        const { low, high } = interval({ successes: first + i, trials, confidence });
        return low <= probability && probability <= high ? sum : sum + weight;
      }, 0);
    expect(errorOf(clopperPearson)).toBeLessThanOrEqual(1 - confidence);
    // Too often by more than ten times: an interval for 5 % errors is none for 0.002 %.
    expect(errorOf(wilsonInterval)).toBeGreaterThan(10 * (1 - confidence));
  });
});
