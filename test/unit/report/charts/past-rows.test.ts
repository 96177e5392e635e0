import { describe, expect, it } from 'vitest';
import { LIGHT } from '../../../../src/report/charts/palette.js';
import { drawnPast } from '../../../../src/report/charts/past-rows.js';
import { renderSvg } from '../../../../src/report/charts/render-svg.js';
import { timeline } from '../../../../src/report/charts/timeline.js';
import { closeness, timelineAxis, timelineScale } from '../../../../src/report/charts/timeline-axis.js';
import type { Trace, TracedCopy } from '../../../../src/study/trace.js';
import { DAY, HOUR } from '../../../../src/units/quantity.js';
import { syntheticTrace } from '../../../support/synthetic-trace.js';

const withCopies = (...copies: readonly Partial<TracedCopy>[]): Trace => {
  const [postgresql] = syntheticTrace.surfaces;
  const [copy] = postgresql.copies;
  return {
    ...syntheticTrace,
    surfaces: [{ ...postgresql, copies: copies.map((each) => ({ ...copy, ...each })) }],
  };
};

describe('drawnPast', () => {
  it('names a row after its surface, and after its copy too where there are several', () => {
    expect(drawnPast(syntheticTrace).rows.map(({ label, note }) => [label, note])).toEqual([
      ['postgresql', 'restored: 4.30m old'],
      ['object-storage', 'restored: 9.55h old'],
    ]);
    const several = withCopies(
      { name: 'replica', left: 'lost', isChosen: false, reaches: null, runs: [] },
      { name: 'snapshots', left: 'cut-off', isChosen: false, reaches: null },
      { isChosen: false, reaches: null },
      { name: 'versions', isChosen: false, reaches: -2 * HOUR, runs: [] },
    );
    expect(drawnPast(several).rows.map(({ label, note }) => [label, note])).toEqual([
      ['postgresql: snapshots', 'out of reach'],
      ['postgresql: base-backup', 'nothing usable'],
      ['postgresql: versions', '2.00h old'],
    ]);
  });

  it('reaches back to what was restored, and as far as the recovery takes where there is more', () => {
    const [{ copies }] = syntheticTrace.surfaces;
    const [{ runs }] = copies;
    // The recovery takes 27.9 hours, and there are runs of 61 hours before.
    expect(drawnPast(syntheticTrace).reach).toBeCloseTo(1.06 * 27.9 * HOUR, 6);
    const old = withCopies({ runs: [{ ...runs[0], start: -9 * DAY, isRestored: true }, runs[2]] });
    expect(drawnPast(old).reach).toBeCloseTo(1.06 * 9 * DAY, 6);
    expect(drawnPast({ ...syntheticTrace, surfaces: [] })).toEqual({ rows: [], reach: 0 });
  });
});

describe('the axis of a timeline', () => {
  it('draws both sides of the strike alike where the past is short, and a long past closer', () => {
    expect(closeness({ before: 0, after: HOUR })).toBe(1);
    expect(closeness({ before: HOUR, after: 2 * HOUR })).toBeCloseTo(1, 12);
    // Six hours take 60 % of the width, nine days 40 %: 54 times as much in a width of two thirds.
    expect(closeness({ before: 9 * DAY, after: 6 * HOUR })).toBeCloseTo((36 * 3) / 2, 9);
    expect(timelineScale({ before: 9 * DAY, after: 6 * HOUR })).toMatchObject({
      domain: [-9 * DAY, 0, 6 * HOUR],
      range: [0, { expr: 'width * 0.4' }, { expr: 'width' }],
    });
  });

  it('has a tick at the strike, and readable ones on both sides', () => {
    expect(timelineAxis({ before: 9 * DAY, after: 6 * HOUR }, LIGHT)).toMatchObject({
      values: [-7 * DAY, 0, 2 * HOUR, 4 * HOUR, 6 * HOUR],
      labelExpr: '{"0":"0s","7200":"2h","14400":"4h","21600":"6h","-604800":"−7d"}[datum.value]',
    });
  });
});

describe('timeline', () => {
  it('draws the past left of the strike, each run once, and tells what was restored and why nothing newer', async () => {
    const figure = timeline(syntheticTrace, { name: 'timeline', title: 'Where?' });
    expect(figure.alternative).toContain('postgresql, base-backup, restored: 4.30m old; object-storage, replication');
    expect(figure.alternative).toContain('the time before the strike is drawn 1.6 times closer');
    expect(figure.table.rows.slice(0, 4)).toEqual([
      ['postgresql: base-backup', '13.1h before', '11.4h before', '1.70h', '', 'full, restored'],
      ['object-storage: replication', '9.55h before', '9.00h before', '33.0m', '', 'restored'],
      ['object-storage: replication', '5.55h before', '5.00h before', '33.0m', '', 'failed'],
      ['object-storage: replication', '1.55h before', '1.00h before', '33.0m', '', 'failed'],
    ]);
    const svg = await renderSvg(figure.draw(LIGHT));
    expect(svg).toContain('>strike<');
    expect(svg).toContain('>restored: 4.30m old<');
  });

  it('is as it was where nothing was hit', async () => {
    const figure = timeline({ ...syntheticTrace, surfaces: [] }, { name: 'timeline', title: 'Where?' });
    expect(figure.alternative).not.toContain('before the strike');
    expect(await renderSvg(figure.draw(LIGHT))).not.toContain('>strike<');
  });
});
