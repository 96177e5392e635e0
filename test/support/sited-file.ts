import { readScenario } from '../../src/scenario/read-scenario.js';

/** A file without problems in which everything lives somewhere, several kinds of incident strike, and people decide. */
const SITED_FILE = `drillcast: 1
name: Sited
sites:
  here: {}
  zone: { within: here }
  there: {}
surfaces:
  db:
    on: here
    replica: { on: there, lag: 1m, readable-with: keys }
    base-backup: { on: there, schedule: every 1d, takes: 1h }
    log-archive: { on: there, every: 5m, volume: 1 MB/s }
  keys: { on: here, replication: { on: there, every: 1h, takes: 1m } }
  files: { on: here, size: 1 TB, versions: { keep: 30d } }
incidents:
  outage: { frequency: 1 per 3y, cuts-off: here, provider-returns-after: 1h to 30h }
  ransom: { frequency: 1 per 9y, corrupts: [db, files], latency: 3d, onset: unknown, attacks-copies: 50% }
decisions:
  way-back:
    after: declare
    alternatives:
      wait: { for: outage, waits: 2h }
      promote: { recovers: { db: replica } }
      rebuild: {}
runbook:
  declare: { takes: 10m }
  search: { follows: declare, searches: { backups-of: db, each: 1h } }
  restore: { follows: search, when: [rebuild, ransom], takes: 1h }
  replay: { follows: restore, transfers: { bytes: db.log-to-replay, rate: 1 MB/s, stops-after: 1h } }
links: { wire: { rate: 1 MB/s } }
milestones: { service-reopened: replay, incident-closed: replay }
`;

/** Each problem of the file with one text in place of another, as `line:column path: what was expected, what found`. */
export function sitedProblems(from: string, to: string): { at: string; says: string; mend: string | undefined }[] {
  const parts = SITED_FILE.split(from);
  if (parts.length !== 2) throw new Error(`"${from}" stands ${String(parts.length - 1)} times in the file`);
  const read = readScenario(parts.join(to), { file: 'sited.yaml', load: () => undefined });
  const problems = read.kind === 'problems' ? read.problems : [];
  return problems.map(({ line, column, path, expected, found, mend }) => ({
    at: `${String(line)}:${String(column)} ${path}`,
    says: `expected ${expected}, found ${found}`,
    mend,
  }));
}
