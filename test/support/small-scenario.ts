/** A file without problems that uses most of the language, short enough to break by hand. */
export const SMALL_SCENARIO = `drillcast: 1
name: Small
timezone: Europe/Brussels
period: { from: 2026-01-01, to: 2027-01-01 }
planning: { rto: 8h to 72h }
objectives: { rto: { p95: 24h } }
people:
  engineers: { count: 2, hours: always, call-out: 5m to 30m }
  officer: { count: 1, hours: Mon-Fri 08:00-18:00 }
links:
  restore: { rate: 400 MiB/s }
surfaces:
  database:
    size: 500 GiB
    base-backup:
      schedule: 0 1 * * *
      takes: 1h to 3h
      succeeds: 97%
      keep: 14d
      silently-unrestorable-after: { exponential: { mean: 5y } }
    log-archive: { every: 5m, volume: 10 GiB/h }
    restore-test: { every: 30d, last: 2025-12-14 }
  objects:
    size: 2 TiB
    replication: { every: 6h, takes: 15m to 1h }
  manifests: { versioned: true }
incidents:
  region-loss: { frequency: 1 per 20y }
runbook:
  declare: { takes: 15m }
  provision:
    follows: declare
    needs: engineers
    takes: { triangular: { min: 1h, mode: 2h, max: 8h } }
    fails: 10%
  restore:
    follows: provision
    restores: database
    transfers: { bytes: database.size, rate: 60 MiB/s to 200 MiB/s, over: restore }
  replay:
    follows: restore
    transfers: { bytes: database.log-to-replay, rate: 40 MiB/s }
  validate:
    follows: replay
    needs: { engineers: 2, officer: 1 }
    takes: { lognormal: { p50: 2h, sigma: 0.5 } }
    fails: { probability: 15%, rework: 2h, back-to: replay }
  reconcile:
    follows: validate
    catches-up: { behind: [rpo.database, rto], speed: 20 }
milestones:
  service-reopened: validate
  incident-closed: reconcile
`;

/** The same with one text in place of another, which must be there exactly once. */
export function changed(from: string, to: string): string {
  const parts = SMALL_SCENARIO.split(from);
  if (parts.length !== 2) throw new Error(`"${from}" stands ${String(parts.length - 1)} times in the small scenario`);
  return parts.join(to);
}
