import { describe, expect, it } from 'vitest';
import { lossesOf } from '../../../src/review/losses.js';
import type { Trace, TracedCopy } from '../../../src/study/trace.js';

const copy = (name: string, left: TracedCopy['left'], outcomes: readonly string[] = []) =>
  ({ name, left, runs: outcomes.map((outcome) => ({ outcome })) }) as unknown as TracedCopy;

const trace = (kind: string, copies: readonly TracedCopy[], recoveryPoint: number | null = null) =>
  ({ kind, surfaces: [{ name: 'db', recoveryPoint, copies }] }) as unknown as Trace;

describe('lossesOf', () => {
  it('counts equal reasons together, the most frequent first, and says what would save each', () => {
    const late = trace('corruption', [copy('base-backup', 'unharmed', ['corrupted', 'bad'])]);
    const taken = trace('region-loss', [copy('snapshots', 'lost'), copy('replica', 'cut-off')]);
    expect(lossesOf([taken, late, late])).toEqual([
      {
        kind: 'corruption',
        surface: 'db',
        why: ['base-backup: what was kept was made after the onset'],
        saves: ['older runs, kept for longer than it takes to notice'],
        incidents: 2,
      },
      {
        kind: 'region-loss',
        surface: 'db',
        why: ['snapshots: lost with it', 'replica: out of reach'],
        saves: [
          'a copy that region-loss does not take: elsewhere, or immutable',
          'a copy that stays in reach in a region-loss',
        ],
        incidents: 1,
      },
    ]);
  });

  it('leaves out surfaces that come back, and tells a copy that had no run yet', () => {
    expect(lossesOf([trace('loss', [copy('base-backup', 'lost')], 0)])).toEqual([]);
    const [{ why, saves }] = lossesOf([trace('loss', [copy('base-backup', 'unharmed', ['under-way', 'failed'])])]);
    expect(why).toEqual(['base-backup: there was no whole run yet']);
    expect(saves).toEqual(['runs that are kept for longer, or fail less']);
    const [replica] = lossesOf([trace('corruption', [copy('replica', 'unharmed')])]);
    expect(replica.why).toEqual(['replica: held nothing from before the harm']);
  });
});
