import { stringify } from 'yaml';
import { formatCalendarDate } from '../units/calendar-date.js';
import { exactDuration } from '../units/exact-text.js';
import type { Instant } from '../units/quantity.js';
import { localDate, startOfDay } from '../units/time-zone.js';
import type { Role, Scenario } from './scenario.js';
import { keyOfQuantile } from './shape/quantile-key.js';
import { SourceBook } from './write/source-book.js';
import { writtenCosts } from './write/written-costs.js';
import { writtenDecision, writtenIncident, writtenSite } from './write/written-disaster.js';
import { writtenReadiness } from './write/written-readiness.js';
import { writtenHours } from './write/written-hours.js';
import { DURATIONS, RATES, writtenLaw } from './write/written-law.js';
import { writtenStep } from './write/written-step.js';
import { writtenSurface } from './write/written-surface.js';
import { oneOrList, optional } from './write/written-values.js';

/**
 * The text of a scenario file that reads back to an equal scenario, `sources` apart. What the file extended and the
 * tables it drew from are written out; comments are not kept.
 *
 * @throws RangeError when the scenario says what no file can: a period that does not begin at a local midnight, or a
 *   source of a value that it does not have.
 */
export function writeScenario(scenario: Scenario): string {
  const { timezone } = scenario;
  const sources = new SourceBook(scenario.provenance);
  const file = {
    drillcast: 1,
    name: scenario.name,
    timezone,
    period: { from: writtenDay(scenario.period.from, timezone), to: writtenDay(scenario.period.to, timezone) },
    planning: writtenPlanning(scenario, sources),
    objectives: writtenObjectives(scenario, sources),
    people: byName(scenario.roles, (role) => writtenRole(role, `people.${role.name}`, { sources, timezone })),
    links: byName(scenario.links, ({ name, rate }) => ({
      rate: sources.sourced(`links.${name}.rate`, writtenLaw(rate, RATES)),
    })),
    sites: byName(scenario.sites, writtenSite),
    surfaces: byName(scenario.surfaces, (surface) =>
      writtenSurface(surface, `surfaces.${surface.name}`, { sources, timezone }),
    ),
    incidents: byName(scenario.incidents, (incident) =>
      writtenIncident(incident, `incidents.${incident.name}`, sources),
    ),
    'asks-about': oneOrList(scenario.asksAbout ?? []),
    decisions: byName(scenario.decisions, (decision) =>
      writtenDecision(decision, `decisions.${decision.name}`, sources),
    ),
    runbook: byName(scenario.steps, (step) => writtenStep(step, `runbook.${step.name}`, sources)),
    costs: optional(scenario.costs, (costs) => writtenCosts(costs, sources)),
    readiness: byName(scenario.readiness, (check) => writtenReadiness(check, `readiness.${check.name}`, sources)),
    milestones: byName(scenario.milestones, ({ steps }) => oneOrList(steps) ?? []),
  };
  const homeless = sources.unwritten().at(0);
  if (homeless !== undefined) throw new RangeError(`Scenario: provenance of "${homeless}", where there is no value`);
  return stringify(file, { keepUndefined: false, lineWidth: 0, aliasDuplicateObjects: false });
}

function byName<Entry extends { readonly name: string }>(
  entries: readonly Entry[],
  write: (entry: Entry) => unknown,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entries.map((entry) => [entry.name, write(entry)]));
}

function writtenDay(at: Instant, timezone: string): string {
  const date = localDate(at, timezone);
  if (startOfDay(date, timezone) === at) return formatCalendarDate(date);
  throw new RangeError(`Scenario: ${String(at)} is not the start of a day in ${timezone}`);
}

function writtenPlanning({ planning }: Scenario, sources: SourceBook): object {
  return Object.fromEntries(
    Object.entries(planning).map(([metric, { low, high }]) => [
      metric,
      sources.sourced(`planning.${metric}`, `${exactDuration(low)} to ${exactDuration(high)}`),
    ]),
  );
}

function writtenObjectives({ objectives }: Scenario, sources: SourceBook): object {
  const limitsOf = (metric: string) =>
    objectives
      .filter((objective) => objective.metric === metric)
      .map(({ quantile, limit }) => {
        const key = keyOfQuantile(quantile);
        return [key, sources.sourced(`objectives.${metric}.${key}`, exactDuration(limit))];
      });
  const metrics = [...new Set(objectives.map(({ metric }) => metric))];
  return Object.fromEntries(metrics.map((metric) => [metric, Object.fromEntries(limitsOf(metric))]));
}

function writtenRole(
  role: Role,
  path: string,
  { sources, timezone }: { sources: SourceBook; timezone: string },
): object {
  return {
    count: sources.sourced(`${path}.count`, role.count === Infinity ? 'unlimited' : role.count),
    hours: sources.sourced(`${path}.hours`, writtenHours(role.hours)),
    timezone: role.timezone === timezone ? undefined : role.timezone,
    holidays: role.holidays.length === 0 ? undefined : role.holidays,
    'call-out': sources.sourced(
      `${path}.call-out`,
      optional(role.callOut, (law) => writtenLaw(law, DURATIONS)),
    ),
  };
}
