import { describe, expect, it } from 'vitest';
import { SharedLinks } from '../../../src/simulation/shared-links.js';

/** Plays transfers on one link and gives the end of each. */
function endsOf(
  capacity: number,
  transfers: readonly { readonly at: number; readonly bytes: number; readonly rate: number }[],
): number[] {
  const links = new SharedLinks(1, transfers.length);
  links.clear();
  links.setCapacity(0, capacity);
  const ends: number[] = [];
  const pending = transfers.map((transfer, step) => ({ ...transfer, step })).sort((a, b) => a.at - b.at);
  while (pending.length > 0 || links.nextTime < Infinity) {
    const next = pending[0];
    if (pending.length > 0 && next.at < links.nextTime) {
      pending.shift();
      links.bytesLeft[next.step] = next.bytes;
      links.ownRate[next.step] = next.rate;
      links.join(0, next.step, next.at);
    } else {
      const end = links.nextTime;
      ends[links.takeNext()] = end;
    }
  }
  return ends;
}

describe('SharedLinks', () => {
  it('gives a lone transfer its own rate, or the link when that is slower', () => {
    expect(endsOf(100, [{ at: 0, bytes: 500, rate: 50 }])).toEqual([10]);
    expect(endsOf(20, [{ at: 0, bytes: 500, rate: 50 }])).toEqual([25]);
  });

  it('halves the link between two, and gives all of it to the one that is left', () => {
    // Both at 50: the first is done at 2; the second has 100 left, alone at 100, and is done at 3.
    expect(
      endsOf(100, [
        { at: 0, bytes: 100, rate: Infinity },
        { at: 0, bytes: 200, rate: Infinity },
      ]),
    ).toEqual([2, 3]);
  });

  it('passes on what a slow transfer leaves unused', () => {
    // The slow one takes 10, the others 45 each.
    expect(
      endsOf(100, [
        { at: 0, bytes: 10, rate: 10 },
        { at: 0, bytes: 45, rate: 1000 },
        { at: 0, bytes: 45, rate: 1000 },
      ]),
    ).toEqual([1, 1, 1]);
  });

  it('shares anew when a transfer joins', () => {
    // Alone until 1 (100 of 150 done), then 50 each: the first ends at 2, the second has 50 left, alone: 2.5.
    expect(
      endsOf(100, [
        { at: 0, bytes: 150, rate: Infinity },
        { at: 1, bytes: 100, rate: Infinity },
      ]),
    ).toEqual([2, 2.5]);
  });

  it('ends a transfer of nothing at the instant at which it joins', () => {
    expect(endsOf(100, [{ at: 3, bytes: 0, rate: 10 }])).toEqual([3]);
  });

  it('keeps links apart', () => {
    const links = new SharedLinks(2, 2);
    links.clear();
    links.setCapacity(0, 10);
    links.setCapacity(1, 20);
    for (const step of [0, 1]) {
      links.bytesLeft[step] = 100;
      links.ownRate[step] = Infinity;
      links.join(step, step, 0);
    }
    expect(links.nextTime).toBe(5);
    expect(links.takeNext()).toBe(1);
    expect(links.nextTime).toBe(10);
    expect(links.takeNext()).toBe(0);
    expect(links.nextTime).toBe(Infinity);
  });
});
