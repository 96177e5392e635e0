/** What `drillcast init` writes: the pattern with the numbers that a deployment knows about itself first. */
export const STARTER_SCENARIO = `# Question: what would losing our region cost us, rebuilt from last night's backups?
#
# This scenario extends a pattern that comes with Drillcast. What stands here overrides the pattern key by key, and
# what does not is the pattern's: "drillcast run patterns/hot-cold" plays it unchanged. For an editor that completes
# and checks keys, run "drillcast schema > drillcast.schema.json" and uncomment:
# # yaml-language-server: $schema=./drillcast.schema.json
drillcast: 1
extends: patterns/hot-cold
name: Our platform, rebuilt from backups
timezone: Europe/Brussels # in which schedules and working hours are read

# What strikes. The pattern knows other kinds of incident too: without this line all are played, mixed by frequency.
asks-about: region-loss

# What you promise yourselves. "drillcast run FILE --check" fails when one of these is missed.
objectives:
  rpo: { p95: 12h }
  rto: { p95: 24h }
  rtt: { p95: 72h }

# What reviewers ask before anybody relies on the plan: yes, no, or the day on which it was done. Until all is answered
# "drillcast run" says that the plan is not ready. The other questions are in the pattern.
# readiness:
#   restore-tested: { answer: 2026-11-14 }

# Who can work on it at the same time, and how long it takes until they do.
# "30m to 2h" is a time of which one in twenty is shorter and one in twenty longer.
people:
  engineers: { count: 2, call-out: 5m to 30m }

# What must be recovered, how large it is, and how it is protected.
surfaces:
  postgresql:
    size: 200 GiB
    base-backup:
      schedule: '0 1 * * *' # cron, or "every 6h"
      succeeds: 97%
  object-storage:
    size: 1 TiB
    replication: { every: 6h, takes: 15m to 1h, succeeds: 95% }

# The steps that you have timed. After a drill, write down what was measured and where it comes from.
runbook:
  provision-cluster:
    takes: { value: 1h to 4h, source: assumed }
    fails: 10% # a failed attempt is repeated from its beginning
`;
