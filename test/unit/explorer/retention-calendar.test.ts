import { describe, expect, it } from 'vitest';
import { retentionCalendar } from '../../../src/explorer/engine/retention-calendar.js';
import { retentionMonths } from '../../../src/explorer/engine/retention-month.js';
import { retainedBackups } from '../../../src/study/retained-backups.js';
import { instant } from '../../../src/units/quantity.js';
import { scenarioOf, shippedScenario } from '../../support/plan-of.js';

const scenarioWith = (surfaces: string, timezone = 'UTC') =>
  scenarioOf(`
drillcast: 1
name: kept
timezone: ${timezone}
period: { from: 2026-01-05, to: 2026-01-12 }
incidents: { loss: {} }
surfaces: { ${surfaces} }
runbook: { last: { takes: 1h } }
milestones: { service-reopened: last, incident-closed: last }`);

const DB = 'db: { base-backup: { schedule: 0 1 * * *, takes: 2h, keep: { daily: 3, weekly: 2, monthly: 2 } } }';

describe('retentionCalendar', () => {
  it('says how many backups there are, and which rule keeps how many', () => {
    const calendar = retentionCalendar(scenarioWith(DB), { copy: undefined, day: '2026-03-04' });
    expect(calendar?.sentence).toBe(
      'At the end of 4 March 2026 there are 5 backups; the oldest is of 28 February 2026.',
    );
    expect(calendar?.rules).toEqual([
      { name: 'daily', words: 'the last of each of 3 days', keeps: 3 },
      { name: 'weekly', words: 'the last of each of 2 weeks', keeps: 2 },
      { name: 'monthly', words: 'the last of each of 2 months', keeps: 2 },
    ]);
    expect(calendar?.table.rows[0]).toEqual([
      '2026-03-04 01:00 UTC',
      'daily, weekly, monthly',
      '2026-03-04 03:00 UTC',
      '',
    ]);
  });

  it('has a cell for every day from Monday to Sunday, with a mark for every backup in it', () => {
    const { months } = retentionCalendar(scenarioWith(DB), { copy: 'db/base-backup', day: '2026-03-04' }) ?? {};
    expect(months?.map(({ name }) => name)).toEqual(['February 2026', 'March 2026']);
    // February 2026 begins on a Sunday.
    const [february, march] = months ?? [];
    expect(february.weeks[0].map((day) => day?.day)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      1,
    ]);
    expect(march.weeks.flat().filter((day) => day !== undefined)).toHaveLength(31);
    const marked = [...february.weeks, ...march.weeks].flat().filter((day) => (day?.fulls.length ?? 0) > 0);
    expect(marked.map((day) => [day?.date, ...(day?.fulls ?? [])])).toEqual([
      ['2026-02-28', 'monthly'],
      ['2026-03-01', 'weekly'],
      ['2026-03-02', 'daily'],
      ['2026-03-03', 'daily'],
      ['2026-03-04', 'monthly'],
    ]);
  });

  it('counts every backup in the cell of its local day, in every shipped scenario', () => {
    for (const name of ['dalp-hot-cold', 'dalp-hot-warm', 'dalp-cloud-native']) {
      const scenario = shippedScenario(name);
      const first = retentionCalendar(scenario, { copy: undefined, day: undefined });
      for (const { key } of first?.copies ?? []) {
        const calendar = retentionCalendar(scenario, { copy: key, day: '2027-03-14' });
        const [surface, copy] = key.split('/');
        const at = instant(Date.parse('2027-03-14T23:59:59Z') / 1000);
        const { backups } = retainedBackups({ ...scenario, timezone: 'UTC' }, { surface, copy, at });
        const cells = calendar?.months.flatMap(({ weeks }) => weeks.flat()) ?? [];
        const marked = cells.reduce((sum, day) => sum + (day?.fulls.length ?? 0) + (day?.others ?? 0), 0);
        expect(Math.abs(marked - backups.length)).toBeLessThanOrEqual(2);
        expect(calendar?.sentence).toMatch(/^At the end of 14 March 2027 there (is|are) [\d,]+ backups?/);
        expect(calendar?.sentence).toContain(` ${marked} backup`);
      }
    }
  });

  it('takes the last day of the period where no day is meant, and the first copy where none is', () => {
    const calendar = retentionCalendar(scenarioWith(DB, 'Asia/Tokyo'), { copy: 'gone/base-backup', day: '2026-02-30' });
    expect(calendar).toMatchObject({ copy: 'db/base-backup', day: '2026-01-11' });
  });

  it('is of nothing where a plan has no backups', () => {
    expect(retentionCalendar(scenarioWith('git: { versioned: true }'), { copy: undefined, day: undefined })).toBe(
      undefined,
    );
  });

  it('names what has begun and cannot be restored from yet', () => {
    const slow = 'db: { base-backup: { schedule: 0 20 * * *, takes: 2h, copied-after: 9h, keep: 2d } }';
    expect(retentionCalendar(scenarioWith(slow), { copy: undefined, day: '2026-03-04' })?.sentence).toBe(
      'At the end of 4 March 2026 there is 1 backup; the oldest is of 3 March 2026. ' +
        '1 run had begun by then and could not yet be restored from.',
    );
  });
});

describe('retentionMonths', () => {
  it('shows the month of the day although no backup was begun in it', () => {
    const [month] = retentionMonths([], { asked: { year: 2024, month: 2, day: 29 }, timezone: 'UTC' });
    expect(month.name).toBe('February 2024');
    expect(month.weeks.flat().filter((day) => day !== undefined)).toHaveLength(29);
  });
});
