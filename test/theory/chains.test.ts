import { describe, expect, it } from 'vitest';
import { BackupHistory } from '../../src/simulation/backup-history.js';
import { IncidentSimulator } from '../../src/simulation/incident-simulator.js';
import { replicate } from '../../src/study/replicate.js';
import { DAY, HOUR, MINUTE } from '../../src/units/quantity.js';
import { smallPlan } from '../support/small-plan.js';

const RESTORE = `
runbook:
  last: { takes: 1h, restores: db }`;

describe('chains of backups', () => {
  it('lose what a calendar says, worked out run by run, while fulls take longer than incrementals are apart', () => {
    const plan = smallPlan(`${RESTORE}
surfaces:
  db:
    base-backup:
      schedule: every 1d
      takes: 150m
      keep: 14d
      incremental: { schedule: every 1h, takes: 1m }`);
    const simulator = new IncidentSimulator(plan, 1);
    for (let incident = 0; incident < 5000; incident++) {
      simulator.play(incident);
      // The period begins at midnight; at midnight the full runs, at every other hour an incremental.
      const strike = simulator.strike.at;
      let expected = -Infinity;
      for (let hour = Math.floor(strike / HOUR); hour > Math.floor(strike / HOUR) - 26; hour--) {
        const takes = hour % 24 === 0 ? 150 * MINUTE : MINUTE;
        if (hour * HOUR + takes <= strike) expected = Math.max(expected, hour * HOUR);
      }
      expect(simulator.rpo).toBeCloseTo(strike - expected, 6);
    }
  });

  it('restore a full, the differential on it and the incrementals after that', () => {
    const plan = smallPlan(`${RESTORE}
surfaces:
  db:
    size: 700 GiB
    base-backup:
      schedule: "0 0 * * 0"
      takes: 0s
      differential: { schedule: "0 0 * * 1-6", takes: 0s, size: 20 GiB }
      incremental: { schedule: "0 1-23 * * *", takes: 0s, size: 1 GiB }`);
    const simulator = new IncidentSimulator(plan, 2);
    for (let incident = 0; incident < 2000; incident++) {
      simulator.play(incident);
      const [[history]] = simulator.protection.histories;
      if (!(history instanceof BackupHistory)) throw new Error('db has backups');
      // Day 0 of the period is a Monday; the full is on day 6.
      const day = Math.floor(simulator.strike.at / DAY);
      const hour = Math.floor((simulator.strike.at - day * DAY) / HOUR);
      const expected = 700 + (day === 6 ? 0 : 20) + hour;
      expect(history.bytesToRestore / 2 ** 30).toBeCloseTo(expected, 9);
    }
  });

  it('hold no incremental that was due when a full began, for it did not run', () => {
    const plan = smallPlan(`${RESTORE}
surfaces:
  db:
    size: 100 GiB
    base-backup:
      schedule: every 1d
      takes: 3h
      keep: 14d
      incremental: { schedule: every 2h, takes: 1m, size: 1 GiB }`);
    const simulator = new IncidentSimulator(plan, 3);
    let seen = 0;
    for (let incident = 0; incident < 4000; incident++) {
      simulator.play(incident);
      const [[history]] = simulator.protection.histories;
      if (!(history instanceof BackupHistory)) throw new Error('db has backups');
      // At 02:00 the full of midnight is under way: yesterday's, the ten incrementals from 04:00 to 22:00, and this one.
      if (history.start % DAY !== 2 * HOUR) continue;
      seen++;
      expect(history.bytesToRestore / 2 ** 30).toBeCloseTo(100 + 10 + 1, 9);
    }
    expect(seen).toBeGreaterThan(200);
  });

  it('are given up at the run that is bad: what came before it is restored next, and is good', () => {
    const plan = smallPlan(`${RESTORE}
surfaces:
  db:
    base-backup:
      schedule: "0 0 * * 0"
      takes: 0s
      restorable: 95%
      keep: 60d
      incremental: { schedule: every 6h, takes: 0s }`);
    const incidents = 5000;
    const attempts = replicate(plan, { seed: 3, incidents }).metrics[0].values.map((rto) => rto / HOUR);
    // A third attempt needs a bad full, so that a week is lost whole, and then a bad run in the week before.
    const more = attempts.filter((count) => count > 2).length / incidents;
    expect(more).toBeLessThan(0.05);
    expect(more).toBeGreaterThan(0.01);
    expect(Math.max(...attempts)).toBeLessThan(12);
  });

  it('are not lost with the full that a newer one, still under way when they began, has pruned', () => {
    const plan = smallPlan(`${RESTORE}
surfaces:
  db:
    base-backup:
      schedule: every 1d
      takes: 30h
      keep: 1 backup
      differential: { schedule: every 1h, takes: 1m }`);
    const { metrics } = replicate(plan, { seed: 4, incidents: 20_000 });
    expect(metrics[1].values.filter((loss) => Number.isNaN(loss))).toHaveLength(0);
  });
});
