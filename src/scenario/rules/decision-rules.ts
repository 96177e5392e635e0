import { complain, complainOfKey } from '../problem.js';
import type { Complaint } from '../problem.js';
import { isMap } from '../shape/leaf.js';
import * as wording from '../wording.js';
import { FollowGraph } from './follow-graph.js';
import { namesIn } from './outline.js';
import type { EntryData, NameUse, Outline } from './outline.js';

/** What does not go together in what people decide, and in the steps that hang on it. */
export function decisionRules(outline: Outline): Complaint[] {
  return [
    ...[...outline.decisions].flatMap(([name, decision]) => alternativeRules(name, decision, outline)),
    ...ambiguousNames(outline),
    ...conditionRules(outline),
  ];
}

/** A plan keeps the alternatives that a step hangs on as bits of a number of 32. */
const MOST_ALTERNATIVES = 30;

const CONDITIONS = ['for', 'recovers', 'loses-at-most', 'loses-more-than', 'waits'];

/** The alternatives of a decision, by name, in their order. */
export function alternativesOf(decision: EntryData | undefined): ReadonlyMap<string, EntryData> {
  const written = decision?.['alternatives'];
  const entries = Object.entries(isMap(written) ? written : {});
  return new Map(entries.map(([name, entry]) => [name, isMap(entry) ? entry : {}]));
}

function alternativeRules(name: string, decision: EntryData, outline: Outline): Complaint[] {
  const path = ['decisions', name, 'alternatives'];
  const alternatives = [...alternativesOf(decision)];
  const last = alternatives.at(-1);
  if (last === undefined) return 'alternatives' in decision ? [complain(path, wording.noAlternatives())] : [];
  const found: Complaint[] = [];
  if (alternatives.length > MOST_ALTERNATIVES) {
    found.push(complain(path, wording.tooManyAlternatives(MOST_ALTERNATIVES, alternatives.length)));
  }
  const condition = CONDITIONS.find((key) => key in last[1]);
  if (condition !== undefined) found.push(complainOfKey([...path, last[0], condition], wording.lastIsConditional()));
  const returns = [...outline.incidents.values()].some((incident) => 'provider-returns-after' in incident);
  for (const [alternative, conditions] of alternatives) {
    const here = [...path, alternative];
    if ('waits' in conditions && !returns) found.push(complainOfKey([...here, 'waits'], wording.nobodyReturns()));
    if ('costs-later' in conditions && Object.keys(outline.costs).length === 0) {
      found.push(complainOfKey([...here, 'costs-later'], wording.laterWithoutPrices()));
    }
    const { recovers } = conditions;
    for (const [surface, copy] of Object.entries(isMap(recovers) ? recovers : {})) {
      const target = outline.surfaces.get(surface);
      if (target === undefined || typeof copy !== 'string' || copy in target) continue;
      found.push(complain([...here, 'recovers', surface], wording.noSuchCopy(surface, copy)));
    }
  }
  return found;
}

/** A name that a condition could mean in two ways. */
function ambiguousNames({ incidents, surfaces, decisions }: Outline): Complaint[] {
  const seen = new Map<string, string>();
  for (const name of incidents.keys()) seen.set(name, 'a kind of incident');
  const found: Complaint[] = [];
  for (const name of surfaces.keys()) {
    const other = seen.get(name);
    if (other !== undefined) found.push(complainOfKey(['surfaces', name], wording.nameTakenBy(other)));
    seen.set(name, 'a surface');
  }
  for (const [decision, written] of decisions) {
    for (const name of alternativesOf(written).keys()) {
      const other = seen.get(name);
      const path = ['decisions', decision, 'alternatives', name];
      if (other !== undefined) found.push(complainOfKey(path, wording.nameTakenBy(other)));
      seen.set(name, 'an alternative');
    }
  }
  return found;
}

/** A step knows what it depends on only when the decision has been taken. */
function conditionRules(outline: Outline): Complaint[] {
  const graph = new FollowGraph(outline);
  const deciders = new Map<string, string>();
  for (const decision of outline.decisions.values()) {
    const { after } = decision;
    if (typeof after !== 'string' || !outline.steps.has(after)) continue;
    for (const name of alternativesOf(decision).keys()) deciders.set(name, after);
  }
  const known = [...outline.incidents.keys(), ...outline.surfaces.keys(), ...namesOfAlternatives(outline)];
  return [...outline.steps].flatMap(([step, { when }]) =>
    namesIn(when, ['runbook', step, 'when']).flatMap(({ name, path }: NameUse) => {
      if (!known.includes(name)) return [complain(path, wording.unknownCondition(name, known))];
      const after = deciders.get(name);
      if (after === undefined || graph.ancestorsOf(step).has(after)) return [];
      return [complain(path, wording.decidedTooLate(name, after, step))];
    }),
  );
}

function namesOfAlternatives({ decisions }: Outline): readonly string[] {
  return [...decisions.values()].flatMap((decision) => [...alternativesOf(decision).keys()]);
}
