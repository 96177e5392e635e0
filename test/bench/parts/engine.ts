import { compile } from '../../../src/plan/compile.js';
import { serviceOrder } from '../../../src/plan/service-order.js';
import { BackupHistory } from '../../../src/simulation/backup-history.js';
import { BLOCK_INCIDENTS, BlockDraws, COLUMN_STRIDE } from '../../../src/simulation/block-draws.js';
import { BlockSimulator } from '../../../src/simulation/block-simulator.js';
import { columnRoom } from '../../../src/simulation/column-room.js';
import { EventCalendar } from '../../../src/simulation/event-calendar.js';
import { IncidentSimulator } from '../../../src/simulation/incident-simulator.js';
import { ProtectionColumns } from '../../../src/simulation/protection-columns.js';
import { RecoveryColumns } from '../../../src/simulation/recovery-columns.js';
import { ReplicationHistory } from '../../../src/simulation/replication-history.js';
import { SharedLinks } from '../../../src/simulation/shared-links.js';
import { Strike } from '../../../src/simulation/strike.js';
import { WorkColumns } from '../../../src/simulation/work-columns.js';
import { shippedScenario } from '../../support/plan-of.js';
import type { Parts } from './part.js';

const count = BLOCK_INCIDENTS;
const seed = 1;
const plan = compile(shippedScenario('reference-r1'));
const room = columnRoom(100 * COLUMN_STRIDE);
const draws = new BlockDraws(plan.columns, seed, room.values(plan.columns.length * COLUMN_STRIDE));
draws.draw(0);
const strikes = draws.columns[plan.strikeColumn].map((share) => share * plan.periodLength);

const backups = plan.surfaces.flatMap(({ copies: [{ protection }] }) =>
  protection.kind === 'backup' ? [new BackupHistory(protection, seed, plan.epoch)] : [],
);
const copies = plan.surfaces.flatMap(({ copies: [{ protection }] }) =>
  protection.kind === 'replication' ? [new ReplicationHistory(protection, seed, plan.epoch)] : [],
);
const protection = new ProtectionColumns(plan.surfaces, { seed, epoch: plan.epoch, room });
const ends = plan.steps.map(() => room.values(count));
const work = new WorkColumns(plan, seed, { room, draws, protection, ends });
const recovery = new RecoveryColumns(plan, serviceOrder(plan) ?? [], { room, ends });
protection.begin(0, strikes, draws);

const strike = new Strike(plan.kinds[0], draws);

/** The incident of a row of the first block: one object that the next one overwrites. */
function strikeOf(row: number): Strike {
  strike.incident = strike.row = row;
  strike.at = strike.onset = strikes[row];
  return strike;
}

const calendar = new EventCalendar();
const links = new SharedLinks(1, 4);
const quick = new IncidentSimulator(plan, seed);
const judge = new IncidentSimulator(plan, seed);
const blocks = BlockSimulator.of(plan, seed);
let incident = 0;
let block = 0;

/** The parts of one incident of the reference model, and the whole of it by every way to play it. */
export const ENGINE: Parts = {
  'calendar: schedule and take one of 8 events': {
    count,
    run: () => {
      for (let i = 0; i < 8; i++) calendar.schedule(strikes[i], 0, i);
      for (let i = 0; i < count; i++) {
        const now = calendar.nextTime;
        calendar.schedule(now + strikes[i], 0, calendar.take());
      }
      calendar.clear();
    },
  },
  'links: a transfer among 4 on one link': {
    count: 4 * (count / 4),
    run: () => {
      links.setCapacity(0, 100);
      for (let i = 0; i < count; i += 4) {
        links.clear();
        for (let step = 0; step < 4; step++) {
          links.bytesLeft[step] = strikes[i + step];
          links.ownRate[step] = 20 + 10 * step;
          links.join(0, step, step);
        }
        for (let step = 0; step < 4; step++) links.takeNext();
      }
    },
  },
  'history: backups, one by one': {
    count,
    run: () => {
      for (const history of backups) for (let row = 0; row < count; row++) history.begin(strikeOf(row), true);
    },
  },
  'history: copies, one by one': {
    count,
    run: () => {
      for (const history of copies) for (let row = 0; row < count; row++) history.begin(strikeOf(row));
    },
  },
  'columns: draws': { count, run: () => draws.draw(block++) },
  'columns: both histories': { count, run: () => protection.begin(0, strikes, draws) },
  'columns: runbook': { count, run: () => recovery.play(work) },
  'incident, in blocks': { count, run: () => blocks?.play(block++) },
  'incident, PlainRecovery': {
    count,
    run: () => {
      for (let i = 0; i < count; i++) quick.play(incident++);
    },
  },
  'incident, Recovery': {
    count,
    run: () => {
      for (let i = 0; i < count; i++) judge.playInDetail(incident++);
    },
  },
};
