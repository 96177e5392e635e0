import { exactDuration, exactFrequency, exactShare } from '../../units/exact-text.js';
import type { Alternative, Decision, Incident, Rush, SetOff, Site } from '../disaster.js';
import type { SourceBook } from './source-book.js';
import { writtenHours } from './written-hours.js';
import { AGES, DURATIONS, writtenLaw } from './written-law.js';
import { writtenLaterCosts } from './written-later-costs.js';
import { oneOrList, optional } from './written-values.js';

/** A site as a map of the file; keys without a value are undefined. */
export function writtenSite({ within }: Site): object {
  return { within: oneOrList(within) };
}

/** A kind of incident as a map of the file; keys without a value are undefined. */
export function writtenIncident(incident: Incident, path: string, sources: SourceBook): object {
  const { frequency, rush, destroys, cutsOff, corrupts, deletes, latency, isOnsetKnown, attack } = incident;
  return {
    frequency: sources.sourced(`${path}.frequency`, optional(frequency, exactFrequency)),
    rush: optional(rush, (hours) => writtenRush(hours, `${path}.rush`, sources)),
    destroys: oneOrList(destroys),
    'cuts-off': oneOrList(cutsOff),
    corrupts: oneOrList(corrupts),
    deletes: oneOrList(deletes),
    latency: sources.sourced(
      `${path}.latency`,
      optional(latency, (law) => writtenLaw(law, AGES)),
    ),
    onset: isOnsetKnown ? undefined : 'unknown',
    'attacks-copies': sources.sourced(`${path}.attacks-copies`, optional(attack, exactShare)),
    'provider-returns-after': sources.sourced(
      `${path}.provider-returns-after`,
      optional(incident.providerReturns, (law) => writtenLaw(law, DURATIONS)),
    ),
    delays:
      incident.delays.length === 0
        ? undefined
        : Object.fromEntries(
            incident.delays.map((delay) => [delay.step, writtenDelay(delay, `${path}.delays.${delay.step}`, sources)]),
          ),
    'sets-off':
      incident.setsOff.length === 0
        ? undefined
        : Object.fromEntries(
            incident.setsOff.map((each) => [each.kind, writtenSetOff(each, `${path}.sets-off.${each.kind}`, sources)]),
          ),
  };
}

function writtenRush({ hours, times }: Rush, path: string, sources: SourceBook): object {
  return { hours: writtenHours(hours), times: sources.sourced(`${path}.times`, times) };
}

function writtenDelay({ probability, takes }: Incident['delays'][number], path: string, sources: SourceBook): unknown {
  const law = writtenLaw(takes, DURATIONS);
  if (probability === 1 && !sources.has(`${path}.takes`) && !sources.has(`${path}.probability`)) {
    return sources.sourced(path, law);
  }
  return {
    probability: sources.sourced(`${path}.probability`, exactShare(probability)),
    takes: sources.sourced(`${path}.takes`, law),
  };
}

function writtenSetOff({ probability, after }: SetOff, path: string, sources: SourceBook): unknown {
  const chance = exactShare(probability);
  if (after === undefined && !sources.has(`${path}.probability`)) return sources.sourced(path, chance);
  return {
    probability: sources.sourced(`${path}.probability`, chance),
    after: sources.sourced(
      `${path}.after`,
      optional(after, (law) => writtenLaw(law, DURATIONS)),
    ),
  };
}

/** A decision as a map of the file; keys without a value are undefined. */
export function writtenDecision({ after, alternatives }: Decision, path: string, sources: SourceBook): object {
  return {
    after,
    alternatives: Object.fromEntries(
      alternatives.map((alternative) => [
        alternative.name,
        writtenAlternative(alternative, `${path}.alternatives.${alternative.name}`, sources),
      ]),
    ),
  };
}

function writtenAlternative(
  { kinds, recovers, losesAtMost, losesMoreThan, waits, costsLater }: Alternative,
  path: string,
  sources: SourceBook,
): object {
  return {
    for: optional(kinds, oneOrList),
    recovers:
      recovers.length === 0 ? undefined : Object.fromEntries(recovers.map(({ surface, copy }) => [surface, copy])),
    'loses-at-most': sources.sourced(`${path}.loses-at-most`, optional(losesAtMost, exactDuration)),
    'loses-more-than': sources.sourced(`${path}.loses-more-than`, optional(losesMoreThan, exactDuration)),
    waits: sources.sourced(
      `${path}.waits`,
      optional(waits, (patience) => (patience === Infinity ? 'as-long-as-it-takes' : exactDuration(patience))),
    ),
    'costs-later': optional(costsLater, (costs) => writtenLaterCosts(costs, `${path}.costs-later`, sources)),
  };
}
