import { probability } from '../../units/quantity.js';
import * as wording from '../wording.js';
import { baseBackupShape, logArchiveShape } from './backup-shape.js';
import { mergeable } from './keyed.js';
import { checkedAlways, leaf } from './leaf.js';
import type { Shape } from './leaf.js';
import { lawShape } from './law-shape.js';
import { DURATION } from './measure.js';
import { truthShape } from './plain-values.js';
import { dateShape, textShape } from './provenance-keys.js';
import { scheduleShape } from './schedule-shape.js';
import { likelihoodShape, sizeShape, sourcedPeriodShape } from './sourced-values.js';

/** What can protect a surface; each has exactly one. */
export const PROTECTIONS = ['base-backup', 'replication', 'versioned', 'rebuilt-from'] as const;

const replicationShape = checkedAlways(
  mergeable({
    schedule: scheduleShape.optional().meta({ description: 'when it runs; or give "every"' }),
    every: sourcedPeriodShape.optional().meta({ description: 'its period; or give "schedule"' }),
    takes: lawShape(DURATION).meta({ description: 'from the start of a run to its end' }),
    succeeds: likelihoodShape.default(probability(1)).meta({ description: 'probability that a run ends well' }),
  }),
  (data, refuse) => {
    if ('schedule' in data && 'every' in data) refuse(wording.eitherNotBoth('schedule', 'every'), ['every'], 'key');
    if (!('schedule' in data) && !('every' in data)) refuse(wording.oneKeyOf(['schedule', 'every']), [], 'key');
  },
);

const versionedShape: Shape<true> = leaf({
  form: 'scalar',
  wanted: wording.oneOf(['true']),
  reader: (data, refuse) => (data === true ? data : refuse(wording.oneOf(['true']))),
  notes: { const: true },
});

const restoreTestShape = checkedAlways(
  mergeable({
    every: sourcedPeriodShape.optional().meta({ description: 'how often a restore is tested' }),
    last: dateShape.optional().meta({ description: 'the day of the last good test' }),
  }),
  (data, refuse) => {
    if (!('every' in data) && !('last' in data)) refuse(wording.oneKeyOf(['every', 'last']), [], 'key');
  },
);

/** A thing that must be recovered, and what keeps a second copy of it. */
export const surfaceShape = mergeable({
  size: sizeShape.optional().meta({ description: 'how much data it is' }),
  'data-bearing': truthShape.optional().meta({
    description: 'whether losing its newest state is data loss; true for backups and replication, when absent',
  }),
  'base-backup': baseBackupShape.optional().meta({ description: 'backups from which it is restored' }),
  'log-archive': logArchiveShape.optional().meta({ description: 'the log that rolls a restored backup forward' }),
  'restore-test': restoreTestShape.optional().meta({ description: 'restore tests, which find silently bad backups' }),
  replication: replicationShape.optional().meta({ description: 'copies made on a schedule' }),
  versioned: versionedShape
    .optional()
    .meta({ description: 'kept whole in a version store such as Git: nothing is lost' }),
  'rebuilt-from': textShape.optional().meta({ description: 'rebuilt from another source, which this names' }),
});
