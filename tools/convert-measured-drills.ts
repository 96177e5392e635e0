/**
 * Turns the tables of the measured recoveries of PostgreSQL with pgBackRest (drills.csv and drill-steps.csv, as their
 * harness wrote them) into a table of drills: `tsx tools/convert-measured-drills.ts <folder with the two> [from] [to]`
 * prints it, of the drills from the first to the last number when they are given.
 *
 * - Steps are called as in the scenario: `restore_base` is `restore-base`. `ok` is done; a failed, rejected or injected
 *   failure is failed.
 * - Time that the harness needed for itself (`harness_excess_ms`, all of it in `declare`) is a pause. RTO and RTT are
 *   the net ones.
 * - Where no object of an epoch was restored the loss of objects is known only to be at least its length: censored.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

type Row = Readonly<Record<string, string>>;

const [folder = '', from = '1', to = '1000000'] = process.argv.slice(2);
if (folder === '') throw new Error('give the folder of drills.csv and drill-steps.csv');

const read = (name: string): readonly Row[] => parse(readFileSync(join(folder, name), 'utf8'), { columns: true });
const seconds = (ms: string): string => String(Number(ms) / 1000);
const cut = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

const drills = read('drills.csv').filter(({ drill }) => Number(drill) >= Number(from) && Number(drill) <= Number(to));
const steps = read('drill-steps.csv');

const rows = drills.flatMap((drill) => {
  const own = steps.filter((step) => step.drill === drill.drill);
  return own.map((step, index) => {
    const isFirst = index === 0;
    const isPaused = step.step === 'declare' && Number(drill.harness_excess_ms) > 0;
    return {
      drill: `drill-${drill.drill.padStart(3, '0')}`,
      kind: isFirst ? 'full-restore' : '',
      began: isFirst ? drill.crash_at : '',
      environment: isFirst ? `regime ${drill.regime}` : '',
      restored: isFirst ? 'database objects configuration' : '',
      rto_seconds: isFirst ? seconds(drill.rto_net_ms) : '',
      rtt_seconds: isFirst ? seconds(drill.rtt_net_ms) : '',
      'rpo.database_seconds': isFirst ? seconds(drill.rpo_db_ms) : '',
      'rpo.objects_seconds': isFirst
        ? `${drill.objects_none_of_epoch_restored === '1' ? '>=' : ''}${seconds(drill.objects_rpo_ms)}`
        : '',
      failures: isFirst ? cut(drill.failure_note) : '',
      step: step.step.replaceAll('_', '-'),
      start: step.started_at,
      end: step.ended_at,
      outcome: step.outcome === 'ok' ? '' : 'failed',
      paused_seconds: isPaused ? seconds(drill.harness_excess_ms) : '',
      note: step.outcome === 'ok' ? '' : cut(step.note),
    };
  });
});
process.stdout.write(stringify(rows, { header: true }));
