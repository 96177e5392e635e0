import { describe, expect, it } from 'vitest';
import { normalCumulative } from '../../../src/arithmetic/normal-cumulative.js';
import { OccasionList } from '../../../src/random/occasion-list.js';
import { occasions } from '../../../src/random/occasion.js';
import { uniformFromWords } from '../../../src/random/uniform-bits.js';
import { CHI_SQUARE_LIMIT, chiSquareOfEqual, countPairs } from '../../support/chi-square.js';
import { kolmogorovDistance, kolmogorovLimit } from '../../support/kolmogorov-smirnov.js';

describe('occasions', () => {
  it('has these very draws', () => {
    const chance = occasions(42, 'fails').at(17, 3);
    expect([chance.uniform(), chance.uniform(), chance.normal()]).toEqual([
      0.16589499651363815, 0.7566938283189262, 0.4480489087132177,
    ]);
    const last = occasions(42, 'fails').at(2 ** 32 - 1, 2 ** 32 - 1);
    expect([last.uniform(), last.uniform()]).toEqual([0.278033104979696, 0.35434755678236496]);
  });

  it('gives an occasion the same luck whatever was asked before', () => {
    const fails = occasions(7, 'fails');
    const alone = [fails.at(5, 2).uniform(), fails.at(5, 2).uniform()];
    fails.at(4, 2).normal();
    const chance = fails.at(5, 2);
    const again = [chance.uniform(), chance.uniform()];
    expect(alone[0]).toBe(alone[1]);
    expect(again[0]).toBe(alone[0]);
    expect(again[1]).not.toBe(again[0]);
  });

  it('hands out one object, which moves to the occasion asked for', () => {
    const fails = occasions(7, 'fails');
    expect(fails.at(1, 1)).toBe(fails.at(2, 2));
  });

  it('is decided by seed, name, incident and occasion', () => {
    const first = [
      occasions(7, 'fails').at(5, 2),
      occasions(8, 'fails').at(5, 2),
      occasions(7, 'breaks').at(5, 2),
      occasions(7, 'fails').at(6, 2),
      occasions(7, 'fails').at(5, 3),
      occasions(7, 'fails').at(2, 5),
    ].map((chance) => chance.uniform());
    expect(new Set(first).size).toBe(first.length);
  });

  it('begins an occasion anew at every visit, though it remembers its first words', () => {
    const fails = occasions(9, 'fails');
    for (let draws = 0; draws < 6; draws++) {
      const chance = fails.at(1, 1);
      for (let i = 0; i < draws; i++) chance.normal();
      expect(fails.at(1, 1).uniform()).toBe(occasions(9, 'fails').at(1, 1).uniform());
    }
  });

  it('spends one word on what happens with some probability, be it never or always', () => {
    const after = [0, 0.5, 1].map((probability) => {
      const chance = occasions(9, 'fails').at(4, 4);
      const happened = chance.happens(probability);
      return [happened, chance.uniform()];
    });
    expect(after[0][0]).toBe(false);
    expect(after[2][0]).toBe(true);
    expect(new Set(after.map(([, next]) => next)).size).toBe(1);
  });

  it('draws the first words of many at once as it draws them one by one', () => {
    const fails = occasions(7, 'fails');
    const list = new OccasionList(3);
    list.count = 2;
    list.incidents.set([5, -1]);
    list.occasions.set([2, 9]);
    fails.drawFirstWords(list);
    const one = fails.at(5, 2).uniform();
    const other = fails.at(2 ** 32 - 1, 9).uniform();
    expect([0, 2].map((i) => uniformFromWords(list.words[i], list.words[i + 1]))).toEqual([one, other]);
    expect([...list.words.subarray(4)]).toEqual([0, 0]);
    const chance = fails.at(5, 2);
    chance.happens(0.5);
    const afterOne = chance.normal();
    expect(fails.chanceOf(list, 0, 1).normal()).toBe(afterOne);
  });

  it('refuses what is no word of 32 bits', () => {
    const fails = occasions(7, 'fails');
    expect(() => fails.at(-1, 0)).toThrow(
      new RangeError('Occasions: incident and occasion must be whole numbers from 0 to 2^32 − 1, are -1 and 0'),
    );
    expect(() => fails.at(0, 2 ** 32)).toThrow(RangeError);
    expect(() => fails.at(0.5, 0)).toThrow(RangeError);
    expect(() => occasions(-1, 'fails')).toThrow(RangeError);
  });
});

describe('draws of occasions (false alarm 1e-6 each)', () => {
  const count = 65_536;
  const luck = occasions(20, 'luck');
  const drawAt = (incident: number, occasion: number, number: number): number => {
    const chance = luck.at(incident, occasion);
    for (let skipped = 0; skipped < number; skipped++) chance.uniform();
    return chance.uniform();
  };

  const walks = {
    incidents: (i: number) => drawAt(i, 0, 0),
    occasions: (i: number) => drawAt(3, i, 0),
    'incidents far apart': (i: number) => drawAt((i * 65_536) >>> 0, 1, 0),
    'draws of one occasion': (i: number) => drawAt(i >> 4, 2, i & 15),
  };

  for (const [along, draw] of Object.entries(walks)) {
    it(`are uniform along ${along}, and do not depend on the neighbour`, () => {
      const draws = Float64Array.from({ length: count }, (_, i) => draw(i));
      expect(kolmogorovDistance(draws, (x) => x)).toBeLessThan(kolmogorovLimit(count, 1e-6));
      const even = Array.from({ length: count / 2 }, (_, i): [number, number] => [draws[2 * i], draws[2 * i + 1]]);
      const odd = Array.from({ length: count / 2 - 1 }, (_, i): [number, number] => [
        draws[2 * i + 1],
        draws[2 * i + 2],
      ]);
      expect(chiSquareOfEqual(countPairs(even, 16))).toBeLessThan(CHI_SQUARE_LIMIT[255]);
      expect(chiSquareOfEqual(countPairs(odd, 16))).toBeLessThan(CHI_SQUARE_LIMIT[255]);
    });
  }

  it('do not depend on those of another name or seed', () => {
    for (const [one, other] of [
      [occasions(20, 'a'), occasions(20, 'b')],
      [occasions(20, 'a'), occasions(21, 'a')],
    ]) {
      const pairs = Array.from({ length: count }, (_, i): [number, number] => [
        one.at(i, 0).uniform(),
        other.at(i, 0).uniform(),
      ]);
      expect(chiSquareOfEqual(countPairs(pairs, 16))).toBeLessThan(CHI_SQUARE_LIMIT[255]);
    }
  });

  it('happen as often as their probability says', () => {
    const happened = Array.from({ length: count }, (_, i) => luck.at(i, 8).happens(0.1)).filter(Boolean).length;
    expect(Math.abs(happened / count - 0.1)).toBeLessThan(4.9 * Math.sqrt((0.1 * 0.9) / count));
  });

  it('are normal by the ziggurat', () => {
    const draws = Float64Array.from({ length: count }, (_, i) => luck.at(i, 9).normal());
    expect(kolmogorovDistance(draws, normalCumulative)).toBeLessThan(kolmogorovLimit(count, 1e-6));
  });
});
