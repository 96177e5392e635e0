import { describe, expect, it } from 'vitest';
import { equalEdges, equalRatioEdges } from '../../../src/statistics/bin-edges.js';
import { histogram } from '../../../src/statistics/histogram.js';

describe('histogram', () => {
  it('puts a value on an edge into the bin below it, and the first edge into the first bin', () => {
    const { counts } = histogram(Float64Array.of(0, 1, 1.5, 2, 3), [0, 1, 2, 3]);
    expect(counts).toEqual([2, 2, 1]);
  });

  it('counts what lies outside, NaN as above', () => {
    const { counts, below, above } = histogram(Float64Array.of(-1, 4, NaN, 0.5), [0, 1]);
    expect({ counts, below, above }).toEqual({ counts: [1], below: 1, above: 2 });
  });

  it('refuses edges that do not ascend', () => {
    expect(() => histogram(new Float64Array(), [1, 1])).toThrow(
      new RangeError('histogram: edges must ascend, are 1 and 1'),
    );
    expect(() => histogram(new Float64Array(), [1])).toThrow(RangeError);
  });
});

describe('bin edges', () => {
  it('lie at equal distances', () => {
    expect(equalEdges({ from: 1, to: 3, bins: 4 })).toEqual([1, 1.5, 2, 2.5, 3]);
  });

  it('lie at equal ratios', () => {
    const edges = equalRatioEdges({ from: 1, to: 1000, bins: 3 });
    expect(edges.map((edge) => Number(edge.toPrecision(14)))).toEqual([1, 10, 100, 1000]);
  });

  it('end exactly at the range', () => {
    expect(equalEdges({ from: 0.1, to: 0.7, bins: 7 }).at(-1)).toBe(0.7);
    expect(equalRatioEdges({ from: 0.1, to: 0.7, bins: 7 }).at(-1)).toBe(0.7);
  });

  it('refuse an empty range, no bins, and a ratio from 0', () => {
    expect(() => equalEdges({ from: 2, to: 2, bins: 3 })).toThrow(
      new RangeError('equalEdges: needs a finite range with from below to, has 2 to 2'),
    );
    expect(() => equalEdges({ from: 1, to: 2, bins: 0 })).toThrow(RangeError);
    expect(() => equalRatioEdges({ from: 0, to: 2, bins: 3 })).toThrow(
      new RangeError('equalRatioEdges: from must be positive, is 0'),
    );
  });
});
