import fc from 'fast-check';
import type {
  BackupRuns,
  Copy,
  LogArchive,
  Protection,
  Schedule,
  SilentlyBroken,
  SilentlyUnrestorable,
  Surface,
} from '../../src/scenario/scenario.js';
import type { CopyName, Site } from '../../src/scenario/disaster.js';
import { bytes, HOUR, probability, seconds } from '../../src/units/quantity.js';
import { startOfDay } from '../../src/units/time-zone.js';
import { placesArbitrary, withPlaces } from './disaster-arbitrary.js';
import { durabilityArbitrary } from './durability-arbitrary.js';
import { DURATION_RANGE, lawArbitrary } from './law-arbitrary.js';

const DAY = 86_400;

/** A surface with any copies, of which at least one; one that is versioned or rebuilt bears no data. */
export function surfaceArbitrary(name: string, timezone: string, sites: readonly Site[]): fc.Arbitrary<Surface> {
  const made = {
    replica: replicaArbitrary(),
    versions: fc.constant<Protection>({ kind: 'versions', keep: seconds(30 * DAY) }),
    snapshots: snapshotsArbitrary(timezone),
    replication: replicationArbitrary(timezone),
    'base-backup': backupArbitrary(timezone),
  };
  const aging = fc
    .subarray(Object.keys(made) as (keyof typeof made)[], { minLength: 1 })
    .chain((names) => fc.tuple(...names.map((copy) => made[copy].map((protection) => copyOf(copy, protection)))));
  const copies: fc.Arbitrary<Copy[]> = fc.oneof(
    { weight: 4, arbitrary: aging },
    fc.constant<Copy[]>([copyOf('versioned', { kind: 'versioned' })]),
    fc.constant<Copy[]>([copyOf('rebuilt-from', { kind: 'rebuilt', from: 'the chain' })]),
  );
  return copies
    .chain((held) =>
      fc.tuple(
        withPlaces(held, sites),
        placesArbitrary(sites),
        fc.boolean(),
        sizeArbitrary(),
        fc.option(durabilityArbitrary(), { freq: 1, nil: undefined }),
      ),
    )
    .map(([held, places, isDataBearing, size, durability]): Surface => ({
      name,
      isDataBearing: held.every((copy) => copy.name !== 'versioned' && copy.name !== 'rebuilt-from') && isDataBearing,
      size,
      sites: places,
      copies: held,
      ...(durability === undefined ? {} : { durability }),
    }));
}

function copyOf(name: CopyName, protection: Protection): Copy {
  return { name, sites: [], isImmutable: false, protection };
}

function replicaArbitrary(): fc.Arbitrary<Protection> {
  return fc.record(
    {
      kind: fc.constant('replica' as const),
      lag: lawArbitrary({ ...DURATION_RANGE, most: 3600 }),
      delay: fc.constant(seconds(4 * 3600)),
      volume: fc.double({ min: 1, max: 1e8, noNaN: true }),
      silentlyBroken: brokenArbitrary(),
    },
    { requiredKeys: ['kind'] },
  );
}

function snapshotsArbitrary(timezone: string): fc.Arbitrary<Protection> {
  return fc.record({
    kind: fc.constant('backup' as const),
    full: runsArbitrary(timezone),
    consistentAt: fc.constant('start' as const),
    keep: fc.record({ age: fc.constant(seconds(14 * DAY)) }, { requiredKeys: [] }),
    restorable: likelyArbitrary(),
  });
}

function sizeArbitrary() {
  return fc.oneof(fc.constantFrom(500 * 2 ** 30, 1.5e12, 0), fc.integer({ min: 1, max: 2 ** 30 })).map(bytes);
}

function likelyArbitrary() {
  return fc.oneof(fc.constantFrom(1, 0.97, 0.5), fc.double({ min: 0.5, max: 1, noNaN: true })).map(probability);
}

function scheduleArbitrary(timezone: string): fc.Arbitrary<Schedule> {
  const cron = fc.record({
    kind: fc.constant('cron' as const),
    expression: fc.constantFrom('0 1 * * *', '30 0,6,12,18 * * *', '15 3 * * 1-5'),
    timezone: fc.constantFrom(timezone, 'Asia/Tokyo'),
  });
  const every = fc.record({
    kind: fc.constant('every' as const),
    period: fc.constantFrom(3600, 6 * 3600, DAY, 5400.5).map(seconds),
  });
  return fc.oneof(cron, every);
}

function runsArbitrary(timezone: string): fc.Arbitrary<BackupRuns> {
  return fc.record(
    {
      schedule: scheduleArbitrary(timezone),
      takes: lawArbitrary({ ...DURATION_RANGE, most: 20_000 }),
      succeeds: likelyArbitrary(),
      copiedAfter: lawArbitrary({ ...DURATION_RANGE, most: 20_000 }),
      size: sizeArbitrary(),
    },
    { requiredKeys: ['schedule', 'takes', 'succeeds'] },
  );
}

function replicationArbitrary(timezone: string): fc.Arbitrary<Protection> {
  return fc.record(
    {
      kind: fc.constant('replication' as const),
      schedule: scheduleArbitrary(timezone),
      takes: lawArbitrary({ ...DURATION_RANGE, most: 20_000 }),
      succeeds: likelyArbitrary(),
      keep: fc.constant(seconds(20 * DAY)),
    },
    { requiredKeys: ['kind', 'schedule', 'takes', 'succeeds'] },
  );
}

function backupArbitrary(timezone: string): fc.Arbitrary<Protection> {
  const keep = fc.record(
    {
      age: fc.constantFrom(14 * DAY, 30.5 * DAY).map(seconds),
      count: fc.integer({ min: 1, max: 30 }),
      hourly: fc.integer({ min: 1, max: 24 }),
      daily: fc.integer({ min: 1, max: 7 }),
      yearly: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: [] },
  );
  return fc.record(
    {
      kind: fc.constant('backup' as const),
      full: runsArbitrary(timezone),
      differential: runsArbitrary(timezone),
      incremental: runsArbitrary(timezone),
      overlap: fc.constantFrom('skip' as const, 'allow' as const),
      underLoad: fc.constant({
        hours: [{ weekday: 1 as const, opens: 8 * HOUR, closes: 18 * HOUR }],
        times: 1.5,
      }),
      consistentAt: fc.constantFrom('start' as const, 'end' as const),
      keep,
      restorable: likelyArbitrary(),
      silentlyUnrestorable: decayArbitrary(timezone),
      logArchive: logArchiveArbitrary(),
    },
    { requiredKeys: ['kind', 'full', 'consistentAt', 'keep', 'restorable'] },
  );
}

function decayArbitrary(timezone: string): fc.Arbitrary<SilentlyUnrestorable> {
  const every = seconds(30 * DAY);
  const last = startOfDay({ year: 2025, month: 12, day: 14 }, timezone);
  return fc.record({
    after: lawArbitrary({ least: DAY, most: 1000 * DAY, mayBeZero: false }),
    test: fc.constantFrom({ every }, { last }, { every, last }, { every, finds: probability(0.9) }),
  });
}

function brokenArbitrary(): fc.Arbitrary<SilentlyBroken> {
  return fc.oneof(
    fc.record({
      kind: fc.constant('found' as const),
      probability: likelyArbitrary(),
      for: lawArbitrary(DURATION_RANGE),
    }),
    fc.record({
      kind: fc.constant('recurring' as const),
      breaksEvery: lawArbitrary({ least: DAY, most: 1000 * DAY, mayBeZero: false }),
      noticedAfter: lawArbitrary(DURATION_RANGE),
      mendedAfter: lawArbitrary(DURATION_RANGE),
    }),
  );
}

function logArchiveArbitrary(): fc.Arbitrary<LogArchive> {
  return fc.record(
    {
      sites: fc.constant([]),
      every: fc.constantFrom(1, 60, 300).map(seconds),
      lag: lawArbitrary({ ...DURATION_RANGE, most: 3600 }),
      volume: fc.oneof(fc.constant((10 * 2 ** 30) / 3600), fc.double({ min: 1, max: 1e8, noNaN: true })),
      keep: fc.constant(seconds(7 * DAY)),
      silentlyBroken: brokenArbitrary(),
    },
    { requiredKeys: ['sites', 'every', 'volume'] },
  );
}
