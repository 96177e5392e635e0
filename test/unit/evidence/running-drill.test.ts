import { describe, expect, it } from 'vitest';
import { drillOverview } from '../../../src/evidence/drills/drill-overview.js';
import { drillWarnings } from '../../../src/evidence/drills/drill-warnings.js';
import { achievedBy } from '../../../src/evidence/drills/observations.js';
import { isFullRestoreTest } from '../../../src/evidence/drills/restored-by.js';
import { renderDrillsText } from '../../../src/report/render-drills-text.js';
import { logLine, readDrillLog, type LogEntry } from '../../../src/evidence/drills/drill-log.js';
import { readDrills } from '../../../src/evidence/drills/read-drill.js';
import { remainingTime } from '../../../src/evidence/drills/remaining-time.js';
import { runbookDeviations } from '../../../src/evidence/drills/runbook-deviations.js';
import { drillOfLog, runningDrill } from '../../../src/evidence/drills/running-drill.js';
import { writeDrill } from '../../../src/evidence/drills/write-drill.js';
import { compile } from '../../../src/plan/compile.js';
import { replicate } from '../../../src/study/replicate.js';
import { instant } from '../../../src/units/quantity.js';
import { scenarioOf } from '../../support/plan-of.js';

const BEGAN = Date.UTC(2026, 10, 23, 8) / 1000;
const at = (seconds: number) => instant(BEGAN + seconds);

const SCENARIO = scenarioOf(`drillcast: 1
name: Three steps
surfaces: { database: { replication: { every: 1h, takes: 1m } } }
incidents: { loss: {} }
runbook:
  detect: { takes: { exponential: { mean: 100s } } }
  restore: { follows: detect, takes: { exponential: { mean: 1000s } } }
  close: { follows: restore, takes: 50s }
milestones: { service-reopened: restore, incident-closed: close }
`);
const STUDY = replicate(compile(SCENARIO), { seed: 1, incidents: 8192 }).steps;

const HEADER: LogEntry = {
  entry: 'drill',
  format: 'drillcast-drill-log/1',
  at: at(0),
  began: at(0),
  name: 'first',
  kind: 'full-restore',
  environment: 'staging',
  scenario: 'Three steps',
  steps: ['detect', 'restore', 'close'],
  surfaces: ['database'],
};
const step = (entry: 'start' | 'done' | 'failed', name: string, seconds: number, note = ''): LogEntry => {
  return { entry, at: at(seconds), step: name, note };
};
const logOf = (entries: readonly LogEntry[]): string => [HEADER, ...entries].map(logLine).join('');
const drillOf = (content: string) => runningDrill(readDrillLog(content));

describe('the log of a drill', () => {
  it('gives the drill, with what was under way at its end broken off', () => {
    const content = logOf([
      step('start', 'detect', 0),
      step('done', 'detect', 60),
      step('start', 'restore', 70),
      step('failed', 'restore', 300, 'checksum'),
      step('start', 'restore', 310),
      { entry: 'rpo', at: at(320), surface: 'database', seconds: 180, isCensored: true },
      { entry: 'note', at: at(330), step: '', note: 'console locked' },
      { entry: 'end', at: at(900), ended: 'timed-out' },
    ]);
    const drill = drillOfLog(drillOf(content), at(1000), SCENARIO);
    expect(drill.ended).toBe('timed-out');
    expect(drill.failures).toEqual(['restore: checksum']);
    expect(drill.steps[1].attempts.map(({ start, end, outcome }) => [start - BEGAN, end - BEGAN, outcome])).toEqual([
      [70, 300, 'failed'],
      [310, 900, 'timed-out'],
    ]);
    expect(readDrills({ file: 'first.yaml', text: writeDrill(drill) })).toEqual({ kind: 'drills', drills: [drill] });
  });

  it('calls nothing restored, and is no full restore, where a loss was noted and no restore was done', () => {
    const restoring = scenarioOf(`drillcast: 1
name: A restore
surfaces: { database: { size: 1 GiB, replication: { every: 1h, takes: 1m } } }
incidents: { loss: {} }
runbook:
  detect: { takes: 1m }
  restore: { follows: detect, transfers: { bytes: database.size, rate: 1 MiB/s } }
milestones: { service-reopened: restore, incident-closed: restore }
`);
    const noted: readonly LogEntry[] = [
      step('start', 'detect', 0),
      step('done', 'detect', 60),
      { entry: 'rpo', at: at(70), surface: 'database', seconds: 180, isCensored: false },
    ];
    const end: LogEntry = { entry: 'end', at: at(900), ended: 'completed' };
    const restored = [step('start', 'restore', 80), step('done', 'restore', 500)];
    const failed = [step('start', 'restore', 80), step('failed', 'restore', 500)];
    const [without, broken, whole] = [[], failed, restored].map((steps) =>
      drillOfLog(drillOf(logOf([...noted, ...steps, end])), at(1000), restoring),
    );
    expect([without, broken, whole].map((drill) => drill.restored)).toEqual([[], [], ['database']]);
    for (const scenario of [undefined, restoring]) {
      expect([without, broken, whole].map((drill) => isFullRestoreTest(drill, scenario))).toEqual([false, false, true]);
    }
    expect([without, broken, whole].map((drill) => achievedBy(drill, 'rpo', restoring)?.seconds)).toEqual([
      undefined,
      undefined,
      180,
    ]);
    expect(drillWarnings([without], restoring)).toEqual([
      'first: a loss of "database" is noted, which was not restored: it is left out',
    ]);
    const overview = drillOverview([without], { asOf: at(2000), version: '0', scenario: restoring });
    expect(overview.lastFullRestore).toBeNull();
    expect(renderDrillsText(overview)).toContain('first is called full-restore and not counted');
    expect(isFullRestoreTest({ ...whole, kind: 'table-top' }, restoring)).toBe(false);
    expect(isFullRestoreTest({ ...whole, ended: 'cancelled' }, restoring)).toBe(false);
    expect(isFullRestoreTest({ ...whole, steps: [], restored: ['database'] }, restoring)).toBe(false);
  });

  it('that was cut off in any byte loses no line before, and tells the one that is gone', () => {
    const content = logOf([step('start', 'detect', 0), step('done', 'detect', 60), step('start', 'restore', 70)]);
    const first = content.indexOf('\n') + 1;
    for (let length = first; length <= content.length; length++) {
      const kept = content.slice(0, length);
      const log = readDrillLog(kept);
      const whole = kept.split('\n').length - 2;
      const last = kept.slice(kept.lastIndexOf('\n') + 1);
      // A line without its break is whole when nothing else is missing.
      const isWhole = last !== '' && last.endsWith('}');
      expect(log.entries).toHaveLength(whole + (isWhole ? 1 : 0));
      expect(log.faults).toHaveLength(last === '' || isWhole ? 0 : 1);
    }
  });

  it('with a cut-off line in its middle goes on behind it', () => {
    const content = `${logOf([step('start', 'detect', 0)])}{"entry":"do\n${logLine(step('done', 'detect', 60))}`;
    const drill = drillOf(content);
    expect(drill.steps.get('detect')?.attempts).toHaveLength(1);
    expect(drill.warnings).toEqual(['line 3 of the log: this line was cut off, or is no entry of a log: {"entry":"do']);
  });

  it('of a clock that was set back keeps the order, and says so', () => {
    const drill = drillOf(
      logOf([step('start', 'detect', 100), step('done', 'detect', 40), step('done', 'restore', 130)]),
    );
    expect(drill.steps.get('detect')?.attempts[0]).toMatchObject({ start: at(100), end: at(100) });
    expect(drill.warnings).toEqual([
      'the clock was set back by 60.0 s before a mark (done): it counts as made with the one before',
      '"restore" is done without having been started: it is taken to have begun with the mark before',
    ]);
  });
});

describe('the time that remains', () => {
  const remaining = (entries: readonly LogEntry[], now: number) =>
    remainingTime({ scenario: SCENARIO, study: STUDY, seed: 1 }, drillOf(logOf(entries)), at(now));

  it('of an exponential step under way is the same however long it has lasted', () => {
    const entries = [step('start', 'detect', 0), step('done', 'detect', 60), step('start', 'restore', 60)];
    for (const now of [60, 560, 1060]) {
      const { rto, rtt } = remaining(entries, now);
      // A median of 2048 draws from an exponential law, taken from some 3000 observed ones: five standard errors, a
      // false alarm in 1.7 million.
      const reach = 5 * 1000 * Math.sqrt(1 / 2048 + 1 / 2900);
      expect(Math.abs((rto?.p50 ?? 0) - 1000 * Math.log(2))).toBeLessThan(reach);
      expect((rtt?.p50 ?? 0) - (rto?.p50 ?? 0)).toBeCloseTo(50, 6);
    }
  });

  it('of a step that has not begun is its whole law, from now on', () => {
    const { rto, elapsed } = remaining([step('start', 'detect', 0), step('done', 'detect', 60)], 500);
    expect(elapsed).toBe(500);
    expect(Math.abs((rto?.p50 ?? 0) - 1000 * Math.log(2))).toBeLessThan((5 * 1000) / Math.sqrt(2048));
  });

  it('is none of a milestone that is reached', () => {
    const done = [step('done', 'detect', 60), step('start', 'restore', 60), step('done', 'restore', 400)];
    expect(remaining(done, 410)).toMatchObject({ rto: null, rtt: { p5: 50, p50: 50, p95: 50 } });
  });

  it('says of a step that outlasts all that were played that it does', () => {
    const { overdue, rto } = remaining([step('done', 'detect', 60), step('start', 'restore', 60)], 100_000);
    expect(overdue).toEqual(['restore']);
    expect(rto?.p50).toBe(0);
  });

  it('takes a step that was passed over as past', () => {
    const { rto } = remaining([step('start', 'restore', 10)], 20);
    expect(Math.abs((rto?.p50 ?? 0) - 1000 * Math.log(2))).toBeLessThan(5 * 1000 * Math.sqrt(1 / 2048 + 1 / 8100));
  });
});

describe('the deviations of a drill', () => {
  it('are the steps that the runbook lacks, those left out, and those slower than 95 % of the forecast', () => {
    const content = logOf([
      step('start', 'detect', 0),
      step('done', 'detect', 500),
      step('start', 'call-boss', 500),
      step('done', 'call-boss', 600),
      step('start', 'restore', 600),
      step('done', 'restore', 1600),
      { entry: 'end', at: at(1700), ended: 'completed' },
    ]);
    const found = runbookDeviations(drillOfLog(drillOf(content), at(1700), SCENARIO), SCENARIO, STUDY);
    expect(found.missing).toEqual(['call-boss']);
    expect(found.leftOut).toEqual(['close']);
    expect(found.slower.map((slow) => slow.step)).toEqual(['detect']);
  });
});
