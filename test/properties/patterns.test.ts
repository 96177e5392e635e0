import { describe, expect, test } from 'vitest';
import { shippedScenario } from '../support/plan-of.js';
import { storiesOf } from '../support/stories.js';
import type { Story } from '../support/stories.js';

/** What holds in every incident holds in each of these. */
const INCIDENTS = 300;

const PATTERNS = ['hot-cold', 'hot-warm', 'cloud-native', 'hot-hot'] as const;

const play = (pattern: string, kind: string) => storiesOf(`patterns/${pattern}`, kind, INCIDENTS);

/** Everything that was restored, in any of the incidents. */
const restoredIn = (stories: readonly Story[]) =>
  new Set(stories.flatMap(({ steps }) => steps.filter((step) => step.startsWith('restore-'))));

describe('All patterns', () => {
  const scenarios = PATTERNS.map((name) => shippedScenario(`patterns/${name}`));

  test('know the same kinds of incident, as often and in the same hours, so that they can be compared', () => {
    const known = scenarios.map(({ incidents }) =>
      incidents.map(({ name, frequency, rush }) => ({ name, frequency, rush })),
    );
    for (const kinds of known) expect(kinds).toEqual(known[0]);
  });

  test.each(['cloud-native', 'hot-hot'])('wait for no health check where it can see nothing: %s', (pattern) => {
    const checks = (kind: string) => play(pattern, kind).filter(({ steps }) => steps.includes('health-check')).length;
    for (const kind of ['bad-release', 'operator-error', 'dns-or-certificate']) expect(checks(kind)).toBe(0);
    expect(checks('zone-loss')).toBe(INCIDENTS);
  });

  test.each(PATTERNS)('restore nothing, and lose nothing, when only the service is bad: %s', (pattern) => {
    for (const kind of ['dns-or-certificate', 'bad-release', 'rpc-outage']) {
      const stories = play(pattern, kind);
      expect([...restoredIn(stories)]).toEqual([]);
      expect(stories.every(({ rpo, steps }) => rpo === 0 && !steps.includes('provision-cluster'))).toBe(true);
    }
  });

  test.each(PATTERNS)('restore a dropped table from a backup, in place, up to the error: %s', (pattern) => {
    const stories = play(pattern, 'operator-error');
    const restored = stories.filter(({ recoveredFrom }) => recoveredFrom['postgresql'] === 'base-backup');
    expect([...restoredIn(restored)]).toEqual(['restore-postgresql']);
    expect(restored.some(({ steps }) => steps.includes('provision-cluster') || steps.includes('switch-dns'))).toBe(
      false,
    );
    expect(restored.every(({ usable }) => !usable.has('postgresql/replica'))).toBe(true);
    // The one or other replica had stopped before the error, and is the better copy for it.
    expect(restored.length).toBeGreaterThan(INCIDENTS * 0.97);
  });

  test.each(PATTERNS)('search for a clean backup when nobody knows since when the data is bad: %s', (pattern) => {
    for (const kind of ['database-corruption', 'ransomware']) {
      // Not when the attacker was there for longer than backups are kept.
      const recovered = play(pattern, kind).filter(({ isRecovered }) => isRecovered);
      expect(recovered.length).toBeGreaterThan(INCIDENTS * 0.8);
      expect(recovered.every(({ steps }) => steps.includes('find-clean-backup'))).toBe(true);
      expect(recovered.every(({ recoveredFrom }) => recoveredFrom['postgresql'] === 'base-backup')).toBe(true);
    }
  });

  test.each(PATTERNS)('keep immutable copies from an attacker, who gets at others: %s', (pattern) => {
    const stories = play(pattern, 'ransomware').filter(({ isRecovered }) => isRecovered);
    const share = (copy: string) => stories.filter(({ usable }) => usable.has(copy)).length / stories.length;
    expect(share('kubernetes/base-backup')).toBe(1);
    expect(share('secrets/replication')).toBe(1);
    expect(share('configuration/versioned')).toBe(1);
    expect(share('object-storage/versions')).toBeGreaterThan(0.3);
    expect(share('object-storage/versions')).toBeLessThan(0.6);
  });

  test.each(PATTERNS)('have nothing but the backup account left when the account is deleted: %s', (pattern) => {
    for (const { recoveredFrom, steps } of play(pattern, 'account-deleted')) {
      expect(recoveredFrom).toMatchObject({ postgresql: 'base-backup', 'object-storage': 'replication' });
      expect(steps).toContain('provision-cluster');
    }
  });
});

describe('hot-cold', () => {
  test.each(['region-loss', 'zone-loss', 'cluster-loss'])('rebuilds from backups after %s', (kind) => {
    for (const { recoveredFrom, steps } of play('hot-cold', kind)) {
      expect(recoveredFrom).toMatchObject({ postgresql: 'base-backup', kubernetes: 'base-backup' });
      expect(steps).toEqual(expect.arrayContaining(['provision-cluster', 'restore-postgresql', 'switch-dns']));
      // Versions live beside the data, and die with its region.
      expect(recoveredFrom['object-storage']).toBe(kind === 'region-loss' ? 'replication' : undefined);
    }
  });

  test('waits for a region that returns within two hours, and then has lost nothing', () => {
    const stories = play('hot-cold', 'region-outage');
    const waited = stories.filter(({ taken }) => taken['way-back'] === 'wait-for-provider');
    expect(waited.length).toBeGreaterThan(0);
    expect(waited.length).toBeLessThan(INCIDENTS);
    expect(waited.every(({ rpo }) => rpo === 0)).toBe(true);
    expect([...restoredIn(waited)]).toEqual([]);
  });

  test('stays offline to reconcile after a corruption that was long unnoticed, and not after an outage', () => {
    const choices = (kind: string) => new Set(play('hot-cold', kind).map(({ taken }) => taken['reopening']));
    expect([...choices('region-loss')]).toEqual(['reopen-quickly']);
    expect(choices('database-corruption')).toContain('reconcile-first');
  });
});

describe('hot-warm', () => {
  test.each(['region-loss', 'zone-loss', 'cluster-loss'])(
    'promotes the replica after %s, and restores nothing',
    (kind) => {
      const stories = play('hot-warm', kind);
      const promoted = stories.filter(({ taken }) => taken['failover'] === 'promote');
      expect(promoted.length).toBeGreaterThan(INCIDENTS * 0.9);
      expect([...restoredIn(promoted)]).toEqual([]);
      expect(promoted.every(({ recoveredFrom }) => recoveredFrom['postgresql'] === 'replica')).toBe(true);
      expect(promoted.every(({ steps }) => !steps.includes('reconnect-custody'))).toBe(true);
    },
  );

  test('loses less than an hour when it promotes', () => {
    const promoted = play('hot-warm', 'region-loss').filter(({ taken }) => taken['failover'] === 'promote');
    expect(Math.max(...promoted.map(({ rpo }) => rpo))).toBeLessThanOrEqual(3600);
  });
});

describe('cloud-native', () => {
  test('loses nothing with a zone, restores nothing and calls nobody before it serves again', () => {
    for (const { rpo, steps, recoveredFrom } of play('cloud-native', 'zone-loss')) {
      expect(recoveredFrom).toEqual({ postgresql: 'replica' });
      // The standby was being rebuilt in the one or other.
      expect(rpo).toBeLessThan(3 * 3600);
      expect(steps.filter((step) => /^(restore-|acknowledge|declare|validate-)/.test(step))).toEqual([]);
    }
    const lossless = play('cloud-native', 'zone-loss').filter(({ rpo }) => rpo === 0);
    expect(lossless.length).toBeGreaterThan(INCIDENTS * 0.95);
  });

  test('restores from backups after the loss of its region, without the log that was lost with it', () => {
    const stories = play('cloud-native', 'region-loss');
    expect(stories.every(({ recoveredFrom }) => recoveredFrom['postgresql'] === 'base-backup')).toBe(true);
    expect(restoredIn(stories)).toContain('restore-postgresql');
    // An archive that reaches to the last minutes would leave one in two below half a day.
    expect(Math.max(...stories.map(({ rpo }) => rpo))).toBeGreaterThan(12 * 3600);
  });
});

describe('hot-hot', () => {
  test.each(['region-loss', 'region-outage', 'zone-loss', 'cluster-loss'])('calls nobody after %s', (kind) => {
    const stories = play('hot-hot', kind);
    for (const { steps, recoveredFrom } of stories) {
      expect(steps.filter((step) => /^(restore-|acknowledge|declare|validate-)/.test(step))).toEqual([]);
      expect(Object.values(recoveredFrom)).not.toContain(undefined);
    }
    // The one or other replica had stopped for so long that a copy made since then is younger.
    const fromReplicas = stories.filter(({ recoveredFrom }) =>
      ['postgresql', 'object-storage', 'secrets'].every((surface) =>
        [undefined, 'replica'].includes(recoveredFrom[surface]),
      ),
    );
    expect(fromReplicas.length).toBeGreaterThan(INCIDENTS * 0.97);
  });
});

describe('The DALP scenarios', () => {
  const deployments = PATTERNS.map((name) => shippedScenario(`dalp-${name}`));

  test('are one deployment: the same people, sizes, time zone and period under every pattern', () => {
    const deployment = deployments.map(({ roles, surfaces, timezone, period }) => ({
      roles,
      sizes: surfaces.map(({ name, size }) => ({ name, size })),
      timezone,
      period,
    }));
    for (const one of deployment) expect(one).toEqual(deployment[0]);
  });

  test.each(PATTERNS)('ask for every kind of incident in a file of their own: %s', (pattern) => {
    const { asksAbout, incidents, ...all } = shippedScenario(`dalp-${pattern}-all`);
    expect(asksAbout).toBeUndefined();
    expect(incidents).toHaveLength(14);
    expect(all.surfaces).toEqual(shippedScenario(`dalp-${pattern}`).surfaces);
  });
});
