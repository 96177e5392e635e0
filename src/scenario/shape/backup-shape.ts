import { probability } from '../../units/quantity.js';
import type { Overlap } from '../scenario.js';
import * as wording from '../wording.js';
import { copyKeys, placeKeys } from './copy-keys.js';
import { mergeable } from './keyed.js';
import { ageShape, keepShape } from './keep-shape.js';
import { leaf } from './leaf.js';
import type { Shape } from './leaf.js';
import { lawShape } from './law-shape.js';
import { AGE, DURATION, RATE } from './measure.js';
import { sourced } from './provenance-keys.js';
import { quantityShape } from './quantities.js';
import { scheduleShape } from './schedule-shape.js';
import { silentlyBrokenShape } from './silently-broken-shape.js';
import { likelihoodShape, sizeShape, sourcedNumberShape, sourcedPeriodShape } from './sourced-values.js';
import { weeklyHoursShape } from './working-hours.js';

/** Keys of every kind of backup run. */
const runKeys = {
  schedule: scheduleShape.meta({ description: 'when it runs' }),
  takes: lawShape(DURATION).meta({ description: 'from its start to its end' }),
  succeeds: likelihoodShape
    .default(probability(1))
    .meta({ description: 'probability that a run ends well; 100%, when absent' }),
  'copied-after': lawShape(DURATION)
    .optional()
    .meta({ description: 'from its end until the copy off the site is usable' }),
  size: sizeShape.optional().meta({ description: 'bytes that a restore moves for it' }),
};

const CONSISTENT_AT = ['start', 'end'] as const;

const consistentAtShape: Shape<'start' | 'end'> = leaf({
  form: 'scalar',
  wanted: wording.oneOf(CONSISTENT_AT),
  reader: (data, refuse) =>
    CONSISTENT_AT.find((at) => at === data) ?? refuse(wording.oneOf(CONSISTENT_AT, String(data))),
  notes: { enum: CONSISTENT_AT },
});

/** Snapshots that a platform takes of a surface. */
export const snapshotsShape = mergeable({
  ...runKeys,
  ...copyKeys,
  keep: keepShape.optional().meta({ description: 'how long or how many: 14d, 7 backups, or both in a map' }),
  restorable: likelihoodShape
    .default(probability(1))
    .meta({ description: 'probability that a snapshot restores, each on its own; 100%, when absent' }),
});

const OVERLAPS: readonly Overlap[] = ['skip', 'queue', 'allow'];

const overlapShape: Shape<Overlap> = leaf({
  form: 'scalar',
  wanted: wording.oneOf(OVERLAPS),
  reader: (data, refuse) => OVERLAPS.find((known) => known === data) ?? refuse(wording.oneOf(OVERLAPS, String(data))),
  notes: { enum: OVERLAPS },
});

const underLoadShape = mergeable({
  hours: weeklyHoursShape.meta({ description: 'the weekly hours, in the time zone of the scenario' }),
  times: sourcedNumberShape.meta({ description: 'how many times as long work takes in them' }),
});

const runShape = mergeable(runKeys).meta({ id: 'backup-runs' });

/** Backups: the keys of the full, and those that all of its kinds share. */
export const baseBackupShape = mergeable({
  ...runKeys,
  ...copyKeys,
  keep: keepShape.optional().meta({ description: 'how long or how many: 14d, 7 backups, or both in a map' }),
  overlap: overlapShape.optional().meta({
    description:
      'a run that is due while an earlier one still runs is left out (skip), waits for it (queue), or starts all the same (allow, the default)',
  }),
  'under-load': underLoadShape.optional().meta({ description: 'hours in which every run is slower' }),
  'consistent-at': consistentAtShape
    .default('start')
    .meta({ description: 'the instant that a restored backup stands for: when it started (the default) or ended' }),
  restorable: likelihoodShape
    .default(probability(1))
    .meta({ description: 'probability that a backup restores, each on its own; 100%, when absent' }),
  'silently-unrestorable-after': lawShape(AGE)
    .optional()
    .meta({ description: 'time from a good restore test until new backups begin to be bad; needs a restore-test' }),
  differential: runShape.optional().meta({ description: 'runs that build on the latest full' }),
  incremental: runShape.optional().meta({ description: 'runs that build on the latest backup of any kind' }),
});

/** The log that rolls a restored backup forward. */
export const logArchiveShape = mergeable({
  ...placeKeys,
  every: sourcedPeriodShape.meta({ description: 'a segment is shipped at latest every so often' }),
  lag: lawShape(DURATION).optional().meta({ description: 'from the close of a segment until it is in the archive' }),
  volume: sourced(quantityShape(RATE), 'volume').meta({ description: 'log written per time' }),
  keep: sourced(ageShape, 'retention').optional().meta({ description: 'how long the log is kept' }),
  'silently-broken': silentlyBrokenShape
    .optional()
    .meta({ description: 'with this probability archiving had stopped unnoticed, for so long' }),
});
