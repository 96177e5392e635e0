import { probability } from '../../units/quantity.js';
import * as wording from '../wording.js';
import { baseBackupShape, logArchiveShape, snapshotsShape } from './backup-shape.js';
import { copyKeys, placeKeys } from './copy-keys.js';
import { durabilityShape } from './durability-shape.js';
import { ageShape } from './keep-shape.js';
import { mergeable } from './keyed.js';
import { checkedAlways, leaf } from './leaf.js';
import type { Shape } from './leaf.js';
import { lawShape } from './law-shape.js';
import { DURATION, RATE } from './measure.js';
import { findingShape, truthShape } from './plain-values.js';
import { dateShape, sourced, textShape } from './provenance-keys.js';
import { quantityShape } from './quantities.js';
import { scheduleShape } from './schedule-shape.js';
import { silentlyBrokenShape } from './silently-broken-shape.js';
import { likelihoodShape, sizeShape, sourcedPeriodShape } from './sourced-values.js';

const replicationShape = checkedAlways(
  mergeable({
    schedule: scheduleShape.optional().meta({ description: 'when it runs; or give "every"' }),
    every: sourcedPeriodShape.optional().meta({ description: 'its period; or give "schedule"' }),
    takes: lawShape(DURATION).meta({ description: 'from the start of a run to its end' }),
    succeeds: likelihoodShape.default(probability(1)).meta({ description: 'probability that a run ends well' }),
    keep: sourced(ageShape, 'replication-kept')
      .optional()
      .meta({ description: 'how long older copies are kept; each run overwrites the one before, when absent' }),
    ...copyKeys,
  }),
  (data, refuse) => {
    if ('schedule' in data && 'every' in data) refuse(wording.eitherNotBoth('schedule', 'every'), ['every'], 'key');
    if (!('schedule' in data) && !('every' in data)) refuse(wording.oneKeyOf(['schedule', 'every']), [], 'key');
  },
);

const replicaShape = mergeable({
  lag: lawShape(DURATION)
    .optional()
    .meta({ description: 'how far it is behind; none, when absent: a synchronous one' }),
  'delayed-by': sourcedPeriodShape
    .optional()
    .meta({ description: 'changes are kept back for so long on purpose before they are applied' }),
  volume: sourced(quantityShape(RATE), 'replica-volume')
    .optional()
    .meta({ description: 'changes per time, which one that is behind has yet to apply after the strike' }),
  'silently-broken': silentlyBrokenShape
    .optional()
    .meta({ description: 'with this probability it had stopped unnoticed, for so long' }),
  ...copyKeys,
});

const versionsShape = mergeable({
  keep: sourced(ageShape, 'versions-kept').meta({ description: 'how long a state that was overwritten is kept' }),
  ...copyKeys,
});

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
    finds: sourced(findingShape, 'finding').optional().meta({
      description: 'probability with which a test finds that backups are bad; 100%, when absent',
    }),
  }),
  (data, refuse) => {
    if (!('every' in data) && !('last' in data)) refuse(wording.oneKeyOf(['every', 'last']), [], 'key');
    else if ('finds' in data && !('every' in data)) refuse(wording.findsOnlyOnce(), ['finds'], 'key');
  },
);

/** A thing that must be recovered, and what keeps a second copy of it. */
export const surfaceShape = mergeable({
  size: sizeShape.optional().meta({ description: 'how much data it is' }),
  changes: sourced(quantityShape(RATE), 'changes')
    .optional()
    .meta({ description: 'how much of it changes in a time, which is what older copies of it keep' }),
  'data-bearing': truthShape.optional().meta({
    description: 'whether losing its newest state is data loss; true for backups and replication, when absent',
  }),
  ...placeKeys,
  'base-backup': baseBackupShape.optional().meta({ description: 'backups from which it is restored' }),
  'log-archive': logArchiveShape.optional().meta({ description: 'the log that rolls a restored backup forward' }),
  'restore-test': restoreTestShape.optional().meta({ description: 'restore tests, which find silently bad backups' }),
  snapshots: snapshotsShape.optional().meta({ description: 'snapshots that the platform takes of it' }),
  replication: replicationShape.optional().meta({ description: 'copies made on a schedule' }),
  replica: replicaShape.optional().meta({ description: 'a running copy to which every change is sent' }),
  versions: versionsShape.optional().meta({ description: 'older states that are kept beside the newest' }),
  versioned: versionedShape
    .optional()
    .meta({ description: 'kept whole in a version store such as Git: nothing is lost' }),
  'rebuilt-from': textShape.optional().meta({ description: 'rebuilt from another source, which this names' }),
  durability: durabilityShape.optional().meta({ description: 'how its stored copies go bad by themselves' }),
});
