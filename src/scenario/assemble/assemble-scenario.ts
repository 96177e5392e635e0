import { seconds } from '../../units/quantity.js';
import type { Site } from '../disaster.js';
import { present } from '../present.js';
import type {
  Link,
  Objective,
  Provenance,
  Role,
  Scenario,
  SourceText,
  Step,
  TimeMetric,
  Transfer,
} from '../scenario.js';
import { quantileOfKey } from '../shape/quantile-key.js';
import type { ScenarioDraft } from '../shape/scenario-shape.js';
import { assembleCosts } from './assemble-costs.js';
import { assembleDecision, assembleIncident, assembleReadiness } from './assemble-disaster.js';
import { assembleSurface } from './assemble-surface.js';
import { dayIn } from './day-in.js';

/** The metrics in the order in which reports give them. */
const METRICS: readonly TimeMetric[] = ['rto', 'rpo', 'rtt'];

/** Where the parts of a scenario come from besides the draft itself. */
interface Origins {
  readonly provenance: readonly Provenance[];
  readonly sources: readonly SourceText[];
}

/**
 * A scenario from a draft in which every name resolves. Steps keep the order of the file, which settles ties;
 * everything else is in the order of its names, so that the order of keys in a file is irrelevant.
 */
export function assembleScenario(draft: ScenarioDraft, { provenance, sources }: Origins): Scenario {
  const { timezone } = draft;
  return present({
    name: draft.name,
    timezone,
    period: { from: dayIn(draft.period.from, timezone), to: dayIn(draft.period.to, timezone) },
    planning: present(draft.planning),
    objectives: METRICS.flatMap((metric) => objectivesOf(metric, draft.objectives[metric] ?? {})),
    roles: byName(draft.people).map(([name, role]) => assembleRole(name, role, timezone)),
    links: byName(draft.links).map(([name, { rate }]): Link => ({ name, rate })),
    sites: byName(draft.sites).map(([name, { within }]): Site => ({ name, within: [...(within ?? [])].sort() })),
    surfaces: byName(draft.surfaces).map(([name, surface]) => assembleSurface(name, surface, timezone)),
    incidents: byName(draft.incidents).map(([name, incident]) => assembleIncident(name, incident)),
    decisions: byName(draft.decisions).map(([name, decision]) => assembleDecision(name, decision)),
    steps: Object.entries(draft.runbook).map(([name, step]) => assembleStep(name, step)),
    costs: draft.costs === undefined ? undefined : assembleCosts(draft.costs),
    readiness: Object.entries(draft.readiness).map(([name, check]) => assembleReadiness(name, check)),
    milestones: byName(draft.milestones).map(([name, steps]) => ({ name, steps })),
    provenance,
    sources,
  });
}

function objectivesOf(metric: TimeMetric, limits: Readonly<Record<string, number>>): Objective[] {
  return Object.entries(limits)
    .map(([key, limit]) => ({ metric, quantile: quantileOfKey(key) ?? NaN, limit: seconds(limit) }))
    .sort((a, b) => a.quantile - b.quantile);
}

function assembleRole(name: string, draft: ScenarioDraft['people'][string], timezone: string): Role {
  return present({
    name,
    count: draft.count,
    hours: draft.hours ?? 'always',
    timezone: draft.timezone ?? timezone,
    holidays: [...new Set(draft.holidays ?? [])].sort(),
    callOut: draft['call-out'],
  });
}

function assembleStep(name: string, draft: ScenarioDraft['runbook'][string]): Step {
  return present({
    name,
    follows: draft.follows ?? [],
    needs: [...(draft.needs ?? [])].sort((a, b) => (a.role < b.role ? -1 : 1)),
    takes: draft.takes,
    transfers: draft.transfers === undefined ? undefined : assembleTransfer(draft.transfers),
    catchesUp: draft['catches-up'],
    fails: draft.fails,
    restores: draft.restores,
    searches:
      draft.searches === undefined ? undefined : { surface: draft.searches['backups-of'], each: draft.searches.each },
    when: [...(draft.when ?? [])].sort(),
  });
}

function assembleTransfer(draft: NonNullable<ScenarioDraft['runbook'][string]['transfers']>): Transfer {
  const limit = draft['stops-after'];
  return present({
    bytes: draft.bytes,
    rate: draft.rate,
    over: draft.over,
    stopsAfter: limit === undefined ? undefined : seconds(limit),
  });
}

/** Compared by code unit, which is the same on every machine. */
function byName<Entry>(entries: Readonly<Record<string, Entry>>): [string, Entry][] {
  return Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
}
