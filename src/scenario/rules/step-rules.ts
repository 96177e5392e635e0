import { complain } from '../problem.js';
import type { Complaint } from '../problem.js';
import { isMap } from '../shape/leaf.js';
import { isCount } from '../shape/plain-values.js';
import * as wording from '../wording.js';
import { FollowGraph } from './follow-graph.js';
import { bare, namesIn } from './outline.js';
import type { Outline } from './outline.js';
import { spansUsed } from './references.js';

/** What is wrong with the order of the steps and with whom they need. */
export function stepRules(outline: Outline): Complaint[] {
  const graph = new FollowGraph(outline);
  return [
    ...circles(outline, graph),
    ...tooFewPeople(outline),
    ...wrongReturns(outline, graph),
    ...earlyRto(outline, graph),
    ...earlyClosing(outline, graph),
    ...restoredTwice(outline),
  ];
}

function circles(outline: Outline, graph: FollowGraph): Complaint[] {
  return graph.circles().map((circle) => {
    const [step] = circle;
    const before = circle[circle.length - 2];
    const uses = namesIn(outline.steps.get(step)?.['follows'], ['runbook', step, 'follows']);
    const use = uses.find(({ name }) => name === before);
    return complain(use?.path ?? ['runbook', step], wording.followsItself(circle));
  });
}

function tooFewPeople(outline: Outline): Complaint[] {
  return [...outline.steps].flatMap(([name, step]) => {
    const { needs } = step;
    if (!isMap(needs)) return [];
    return Object.entries(needs).flatMap(([role, wanted]) => {
      const count = bare(outline.roles.get(role)?.['count']);
      if (!isCount(wanted) || !isCount(count) || wanted <= count) return [];
      return [complain(['runbook', name, 'needs', role], wording.tooFewPeople(role, count))];
    });
  });
}

function wrongReturns(outline: Outline, graph: FollowGraph): Complaint[] {
  return [...outline.steps].flatMap(([name, step]) => {
    const back = isMap(step['fails']) ? step['fails']['back-to'] : undefined;
    if (typeof back !== 'string' || !outline.steps.has(back)) return [];
    const ancestors = graph.ancestorsOf(name);
    // Within a circle every step precedes every other, and the circle has been complained of.
    if (back !== name && ancestors.has(back)) return [];
    return [complain(['runbook', name, 'fails', 'back-to'], wording.backToNoPredecessor(name, [...ancestors]))];
  });
}

function earlyRto(outline: Outline, graph: FollowGraph): Complaint[] {
  const reopening = namesIn(outline.milestones.get('service-reopened'), []).map((use) => use.name);
  if (reopening.some((step) => !outline.steps.has(step))) return [];
  return [...outline.steps].flatMap(([name, step]) => {
    const uses = spansUsed(step, ['runbook', name]).filter((use) => use.name === 'rto');
    if (uses.length === 0) return [];
    const ancestors = graph.ancestorsOf(name);
    const missed = reopening.find((required) => !ancestors.has(required));
    return missed === undefined ? [] : uses.map((use) => complain(use.path, wording.rtoTooEarly(name, missed)));
  });
}

/** An incident that closes before the service is back would have an RTT below its RTO. */
function earlyClosing({ steps, milestones }: Outline, graph: FollowGraph): Complaint[] {
  const path = ['milestones', 'incident-closed'];
  const closing = namesIn(milestones.get('incident-closed'), path).map((use) => use.name);
  const reopening = namesIn(milestones.get('service-reopened'), []).map((use) => use.name);
  const isKnown = (step: string) => steps.has(step);
  if (closing.length === 0 || ![...closing, ...reopening].every(isKnown)) return [];
  const reached = new Set(closing.flatMap((step) => [step, ...graph.ancestorsOf(step)]));
  const missed = reopening.find((step) => !reached.has(step));
  return missed === undefined ? [] : [complain(path, wording.closedTooEarly(missed, closing))];
}

function restoredTwice(outline: Outline): Complaint[] {
  const restoredBy = new Map<string, string>();
  return [...outline.steps].flatMap(([name, { restores }]) => {
    if (typeof restores !== 'string' || !outline.surfaces.has(restores)) return [];
    const earlier = restoredBy.get(restores);
    restoredBy.set(restores, earlier ?? name);
    if (earlier === undefined) return [];
    return [complain(['runbook', name, 'restores'], wording.restoredTwice(restores, earlier))];
  });
}
