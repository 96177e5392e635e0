import { describe, expect, it } from 'vitest';
import { placeLabels, type LabelSpot } from '../../../../src/report/charts/place-labels.js';

const left = { align: 'right', dx: -10, dy: 0, text: 'some words' } satisfies LabelSpot;
const right = { align: 'left', dx: 10, dy: 0, text: 'some words' } satisfies LabelSpot;
const below = { align: 'left', dx: 10, dy: 40, text: 'some words' } satisfies LabelSpot;
const empty = { width: 640, height: 320, size: 12, lines: [] };

describe('placeLabels', () => {
  it('gives the first spot where all are free', () => {
    const wish = { at: { x: 300, y: 100 }, spots: [left, right] };
    expect(placeLabels([wish], empty)).toEqual([left]);
  });

  it('does not let a label lie over the axis on the left', () => {
    expect(placeLabels([{ at: { x: 20, y: 100 }, spots: [left, right] }], empty)).toEqual([right]);
  });

  it('keeps two labels of the same point apart, the first where it likes to be', () => {
    const wish = { at: { x: 300, y: 100 }, spots: [right, below] };
    expect(placeLabels([wish, wish], empty)).toEqual([right, below]);
  });

  it('leaves a line alone where there is another spot', () => {
    const line = Array.from({ length: 64 }, (_, i) => ({ x: 10 * i, y: 100 }));
    expect(placeLabels([{ at: { x: 300, y: 100 }, spots: [right, below] }], { ...empty, lines: [line] })).toEqual([
      below,
    ]);
  });

  it('takes two lines where one has no room', () => {
    const broken = { ...left, text: 'some\nwords' };
    expect(placeLabels([{ at: { x: 60, y: 100 }, spots: [left, broken] }], empty)).toEqual([broken]);
  });

  it('refuses a label without a spot', () => {
    expect(() => placeLabels([{ at: { x: 0, y: 0 }, spots: [] }], empty)).toThrow(RangeError);
  });
});
