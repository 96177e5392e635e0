import type { Trace, TracedDecision, TracedStep } from '../../study/trace.js';
import { durationText } from '../../units/duration-text.js';

/** A moment of an exercise: what the facilitator says then, what to ask, and what the simulated team did. */
export interface Inject {
  /** Seconds from the strike. */
  readonly at: number;
  readonly title: string;
  readonly say: string;
  readonly ask: readonly string[];
  readonly did: string;
}

/** A wait of less is no talk worth. */
const LONG_WAIT = 15 * 60;

/**
 * The injects of an incident in the order of its clock: the strike, the steps that decide how long it takes, decisions, long
 * waits, attempts that failed, and milestones. What ran beside and kept nobody waiting is left out, or nobody would play it
 * to the end.
 */
export function injectsOf(trace: Trace): readonly Inject[] {
  const { steps, decisions, milestones } = trace;
  const injects = [
    ...steps.filter(({ isOnCriticalPath }) => isOnCriticalPath).map(stepInject),
    ...steps.filter(({ ready, start }) => start - ready >= LONG_WAIT).map(waitInject),
    ...steps.flatMap(failureInjects),
    ...decisions.flatMap((decision) => decisionInject(decision, steps)),
    ...milestones.map(milestoneInject),
    ...(isUnrecoverable(trace) ? [endInject(steps)] : []),
  ];
  return [strikeInject(trace), ...injects.sort((one, other) => one.at - other.at)];
}

/** Whether nothing usable was left of something that the platform cannot be without. */
export function isUnrecoverable({ metrics }: Trace): boolean {
  return metrics.some(({ name, seconds }) => name === 'rto' && seconds === null);
}

function strikeInject({ kind, steps }: Trace): Inject {
  const first = steps.reduce<TracedStep | undefined>(
    (earliest, step) => (earliest === undefined || step.start < earliest.start ? step : earliest),
    undefined,
  );
  return {
    at: 0,
    title: 'It strikes',
    say: `This has just happened: ${kind}. Nobody has told you yet.`,
    ask: [
      'What would you notice first, and who would?',
      'What is still running, and what can nobody reach any more?',
      'Who is called first, by what way, and what if that way is gone too?',
    ],
    did: first === undefined ? 'There was nothing to do.' : `It began with ${first.name}, ${tookWords(first)}.`,
  };
}

function stepInject(step: TracedStep): Inject {
  const { name, start, startedAfter, people, link } = step;
  const who = people.length === 0 ? 'nobody in particular' : countedWords(people);
  return {
    at: start,
    title: name,
    say: `${startedAfter === 'the strike' ? 'It has struck' : `${startedAfter} is over`}. Now everything waits for ${name}.`,
    ask: [
      `Who does ${name}? Is there a second person who could?`,
      'Where is it written down how, and can you read that now?',
      'What access does it take, and does that still work after what has happened?',
      ...(link === '' ? [] : [`How fast is ${link} really, and who else uses it now?`]),
      'How long will it take? Write your number down before you are told.',
    ],
    did: `${name} was done by ${who}, ${tookWords(step)}.`,
  };
}

function waitInject({ name, ready, start, waitedFor, releasedBy }: TracedStep): Inject {
  const waited = durationText(start - ready);
  return {
    at: ready,
    title: `${name} has to wait`,
    say: `${name} could begin${waitedFor === '' ? ', and does not' : `, but waits for ${waitedFor}`}.`,
    ask: [
      'Who else could do it, and may they?',
      'Whom could you call who is not on the list?',
      releasedBy === '' ? 'What could be done meanwhile?' : `Would you take them away from ${releasedBy}?`,
    ],
    did: `They waited ${waited}.`,
  };
}

function failureInjects({ name, attempts }: TracedStep): readonly Inject[] {
  return attempts.flatMap(({ start, end, outcome, note }, place): Inject[] => {
    if (outcome === 'done') return [];
    const next = attempts.at(place + 1);
    const after = durationText(end - start);
    const noted = note === '' ? '' : ` (${note})`;
    const did = againWords(next === undefined ? undefined : next.start - end);
    if (outcome === 'failed') {
      return [
        {
          at: end,
          title: `${name} fails`,
          say: `After ${after}, ${name} has failed${noted}.`,
          ask: [
            'How do you find out why?',
            'Do you try again, or go another way?',
            'Whom do you tell that it takes longer?',
          ],
          did,
        },
      ];
    }
    return [
      {
        at: end,
        title: `The backup in ${name} is bad`,
        say: `After ${after} of ${name} it turns out that the backup cannot be restored${noted}.`,
        ask: [
          'How do you find the newest backup that is good?',
          'Who may decide that more data is lost?',
          'What does that loss mean for customers, and who tells them?',
        ],
        did,
      },
    ];
  });
}

/** How it went on after an attempt in vain: seconds until the next one, or undefined when there was none. */
function againWords(rework: number | undefined): string {
  if (rework === undefined) return 'It was not tried again.';
  return rework === 0 ? 'They tried again at once.' : `They tried again ${durationText(rework)} later.`;
}

/** A decision is taken at the end of the step that it follows. */
function decisionInject(
  { name, alternative, waitedSeconds, after }: TracedDecision,
  steps: readonly TracedStep[],
): Inject[] {
  const step = steps.find((each) => each.name === after);
  if (step === undefined) return [];
  const waited = waitedSeconds === 0 ? '' : `, after waiting ${durationText(waitedSeconds)} for the provider`;
  return [
    {
      at: step.end,
      title: `To decide: ${name}`,
      say: `${after} is over. Decide on ${name}.`,
      ask: [
        'Who decides, and who stands in when they cannot be reached?',
        'What would you have to know, and what do you know?',
        'Until when do you wait before you decide otherwise?',
      ],
      did: `They took ${alternative}${waited}.`,
    },
  ];
}

function milestoneInject({ name, at }: Trace['milestones'][number]): Inject {
  return {
    at,
    title: `Reached: ${name}`,
    say: `${name} is reached.`,
    ask: ['How do you know that it is so?', 'Who is told, and by whom?', 'What is still open?'],
    did: `It was reached ${durationText(at)} after the strike.`,
  };
}

function endInject(steps: readonly TracedStep[]): Inject {
  return {
    at: steps.reduce((latest, { end }) => Math.max(latest, end), 0),
    title: 'Nothing is left to restore',
    say: 'No usable recovery point is left. There will be no recovery.',
    ask: [
      'What could still be put together, from whom, and how complete would it be?',
      'What do you owe to customers and supervisors now?',
      'Which copy would have saved you, and what would it have cost?',
    ],
    did: 'The recovery ended here.',
  };
}

function tookWords({ start, end, attempts }: TracedStep): string {
  const failed = attempts.filter(({ outcome }) => outcome !== 'done').length;
  const took = `in ${durationText(end - start)}`;
  return failed === 0 ? took : `${took}, ${failed === 1 ? 'one attempt' : `${failed} attempts`} in vain included`;
}

/** `2 engineers, incident-owner`. */
function countedWords(people: readonly string[]): string {
  const roles = [...new Set(people)];
  return roles
    .map((role) => {
      const count = people.filter((each) => each === role).length;
      return count === 1 ? role : `${count} ${role}`;
    })
    .join(', ');
}
