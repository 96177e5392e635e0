import type { Law } from '../../distributions/law.js';
import type { BackupPlan, BreakagePlan, ProtectionPlan } from '../../plan/plan.js';
import type { RunsPlan } from '../../plan/runs-plan.js';

/** What is done to the places of a plan that belong to an input. Luck belongs to a name, so another name is other luck. */
export interface Change {
  readonly name: (name: string) => string;
  readonly law: (law: Law) => Law;
}

/** A place in the protection of a copy that belongs to an input. */
interface ProtectionSite {
  readonly input: string;
  readonly hasLaw: boolean;
  readonly change: (protection: ProtectionPlan, change: Change) => ProtectionPlan;
}

/**
 * What a copy draws by itself, occasion by occasion: how long its runs take, and what breaks without anybody noticing.
 *
 * @param surface path of the surface in the scenario.
 */
export function protectionSites(surface: string, copy: string, protection: ProtectionPlan): readonly ProtectionSite[] {
  switch (protection.kind) {
    case 'backup':
      return backupSites(surface, copy, protection);
    case 'replication':
      return [
        {
          input: `${surface}.${copy}`,
          hasLaw: true,
          change: (to, by) => (to.kind === 'replication' ? { ...to, runs: changedRuns(to.runs, by) } : to),
        },
      ];
    case 'replica':
      return protection.breakage === undefined
        ? []
        : [
            {
              input: `${surface}.${copy}.silently-broken`,
              hasLaw: false,
              change: (to, by) =>
                to.kind === 'replica'
                  ? { ...to, name: by.name(to.name), breakage: to.breakage && changedBreakage(to.breakage, by) }
                  : to,
            },
          ];
    case 'versions':
    case 'ageless':
      return [];
    default:
      return protection satisfies never;
  }
}

function backupSites(
  surface: string,
  copy: string,
  { silentlyUnrestorable, log }: BackupPlan,
): readonly ProtectionSite[] {
  const site = (input: string, change: (to: BackupPlan, by: Change) => BackupPlan, hasLaw = false): ProtectionSite => ({
    input: `${surface}.${input}`,
    hasLaw,
    change: (to, by) => (to.kind === 'backup' ? change(to, by) : to),
  });
  return [
    site(copy, (to, by) => ({ ...to, runs: to.runs.map((runs) => changedRuns(runs, by)) }), true),
    ...(silentlyUnrestorable === undefined
      ? []
      : [
          site('silently-unrestorable.after', (to, { name, law }) => ({
            ...to,
            silentlyUnrestorable: to.silentlyUnrestorable && {
              ...to.silentlyUnrestorable,
              name: name(to.silentlyUnrestorable.name),
              after: law(to.silentlyUnrestorable.after),
            },
          })),
        ]),
    ...(log?.breakage === undefined
      ? []
      : [
          site('log-archive.silently-broken', (to, by) => ({
            ...to,
            log: to.log && {
              ...to.log,
              name: by.name(to.log.name),
              breakage: to.log.breakage && changedBreakage(to.log.breakage, by),
            },
          })),
        ]),
  ];
}

/** How long runs take, and how long their copies do; whether they succeed is luck without a law. */
function changedRuns(runs: RunsPlan, { name, law }: Change): RunsPlan {
  return {
    ...runs,
    name: name(runs.name),
    takes: law(runs.takes),
    copiedAfter: runs.copiedAfter && law(runs.copiedAfter),
  };
}

function changedBreakage(breakage: BreakagePlan, { law }: Change): BreakagePlan {
  const { since } = breakage;
  return since.kind === 'law' ? { ...breakage, since: { ...since, law: law(since.law) } } : breakage;
}
