import type { Trace, TracedRun, TracedStep } from '../../src/study/trace.js';
import { HOUR, instant } from '../../src/units/quantity.js';

const strikesAt = instant(Date.UTC(2026, 0, 7, 14, 3, 27) / 1000);

/** A step without waiting, people or failures but for what is given; times in hours. */
function step(name: string, from: number, to: number, given: Partial<TracedStep> = {}): TracedStep {
  return {
    name,
    ready: from * HOUR,
    start: from * HOUR,
    end: to * HOUR,
    people: [],
    waitedFor: '',
    startedAfter: 'the strike',
    releasedBy: '',
    link: '',
    attempts: [{ start: from * HOUR, end: to * HOUR, outcome: 'done', note: '' }],
    isOnCriticalPath: true,
    ...given,
  };
}

/** A run of backups but for what is given; times in hours before the strike. */
function run(begun: number, ended: number, given: Partial<TracedRun> = {}): TracedRun {
  return {
    level: 'full',
    start: -begun * HOUR,
    end: -ended * HOUR,
    usableFrom: -ended * HOUR,
    outcome: 'usable',
    isRestored: false,
    ...given,
  };
}

/** A recovery in which provisioning failed once, a step waited for people, and the newest backup was bad. */
export const syntheticTrace: Trace = {
  incident: 4217,
  seed: 7,
  timezone: 'UTC',
  kind: 'region-loss',
  decisions: [],
  strikesAt,
  metrics: [
    { name: 'rto', seconds: 20.4 * HOUR },
    { name: 'rpo', seconds: 9.55 * HOUR },
    { name: 'rtt', seconds: 27.9 * HOUR },
    { name: 'rpo.postgresql', seconds: 258 },
    { name: 'rpo.object-storage', seconds: 9.55 * HOUR },
  ],
  surfaces: [
    {
      name: 'postgresql',
      recoveryPoint: instant(strikesAt - 258),
      rpoSeconds: 258,
      from:
        'base backup of 2026-01-07 01:00 UTC, ended 02:41, off site 03:09; its log reaches 13:59, the last segment ' +
        'that had been shipped',
      copies: [
        {
          name: 'base-backup',
          left: 'unharmed',
          isChosen: true,
          reaches: -258,
          logReaches: -258,
          runs: [
            run(61.1, 59.4, { usableFrom: -58.9 * HOUR }),
            run(37.1, 36.2, { usableFrom: null, outcome: 'failed' }),
            run(13.1, 11.4, { usableFrom: -10.9 * HOUR, isRestored: true }),
          ],
        },
      ],
    },
    {
      name: 'object-storage',
      recoveryPoint: instant(strikesAt - 9.55 * HOUR),
      rpoSeconds: 9.55 * HOUR,
      from: 'replication run of 2026-01-07 04:30 UTC, ended 05:02; the runs of 08:30 and 12:30 failed',
      copies: [
        {
          name: 'replication',
          left: 'unharmed',
          isChosen: true,
          reaches: -9.55 * HOUR,
          logReaches: null,
          runs: [
            run(9.55, 9, { level: 'copy', isRestored: true }),
            run(5.55, 5, { level: 'copy', usableFrom: null, outcome: 'failed' }),
            run(1.55, 1, { level: 'copy', usableFrom: null, outcome: 'failed' }),
          ],
        },
      ],
    },
  ],
  steps: [
    step('detect', 0, 0.3),
    step('declare', 0.3, 1.5, { startedAfter: 'detect' }),
    step('select-backup', 1.5, 2.1, { startedAfter: 'declare', people: ['engineer 1'], isOnCriticalPath: false }),
    step('provision', 1.5, 10.2, {
      startedAfter: 'declare',
      people: ['engineer 2'],
      attempts: [
        { start: 1.5 * HOUR, end: 5.1 * HOUR, outcome: 'failed', note: '' },
        { start: 5.1 * HOUR, end: 10.2 * HOUR, outcome: 'done', note: '' },
      ],
    }),
    step('restore-postgresql', 10.2, 14.9, {
      startedAfter: 'provision',
      attempts: [
        { start: 10.2 * HOUR, end: 11.6 * HOUR, outcome: 'bad-backup', note: 'back to the run of 2026-01-06' },
        { start: 11.6 * HOUR, end: 14.9 * HOUR, outcome: 'done', note: '' },
      ],
    }),
    step('restore-configuration', 10.2, 13.1, {
      ready: 10.2 * HOUR,
      start: 11.3 * HOUR,
      startedAfter: 'provision',
      waitedFor: 'an engineer (held by restore-kubernetes)',
      people: ['engineer 1'],
      isOnCriticalPath: false,
    }),
    step('start-services', 14.9, 15.4, { startedAfter: 'restore-postgresql', people: ['engineer 2'] }),
    step('validate', 15.4, 20.4, { startedAfter: 'start-services', people: ['engineer 1', 'engineer 2'] }),
    step('reconcile-chain', 20.4, 24.6, { startedAfter: 'validate', people: ['engineer 1'] }),
    step('close-incident', 24.6, 27.9, { startedAfter: 'reconcile-chain', people: ['engineer 1'] }),
  ],
  milestones: [
    { name: 'service-reopened', at: 20.4 * HOUR },
    { name: 'incident-closed', at: 27.9 * HOUR },
  ],
};
