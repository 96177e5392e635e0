import { describe, expect, test } from 'vitest';
import { readsAt } from '../../../src/scenario/reads-at.js';

const TAKEN: readonly [string, unknown][] = [
  ['people.engineers.count', 2],
  ['people.engineers.count', 'unlimited'],
  ['people.engineers.count.value', 2],
  ['surfaces.db.base-backup.schedule.value', 'every 6h'],
  ['surfaces.db.base-backup.takes', { lognormal: { p50: '1h', p95: '3h' } }],
  ['surfaces.db.base-backup.keep.daily', 7],
  ['surfaces.db.base-backup.keep.value.daily', 7],
  ['runbook.restore.fails', '5%'],
  ['runbook.restore.fails.probability', '5%'],
  ['runbook.restore.takes.mixture', [{ weight: 1, value: '1h' }]],
  ['objectives.rto.p95', '24h'],
];

const REFUSED: readonly [string, unknown][] = [
  ['people.engineers.count', 0],
  ['people.engineers.count', 2.5],
  ['people.engineers.count.valve', 2],
  ['surfaces.db.base-backup.schedule.value', '6h'],
  ['surfaces.db.base-backup.takes', { lognormal: { p50: '3h', p95: '1h' } }],
  ['surfaces.db.base-backup.keep.daily', 0],
  ['runbook.restore.fails', '100%'],
  ['runbook.restore.fails.probability', 1],
  ['constructor.name', 'x'],
];

describe('A value that the reader takes at a place', () => {
  test.each(TAKEN)('is taken there: %s', (path, data) => expect(readsAt(path.split('.'), data)).toBe(true));
});

describe('A value that it refuses there', () => {
  test.each(REFUSED)('is refused: %s', (path, data) => expect(readsAt(path.split('.'), data)).toBe(false));
});
