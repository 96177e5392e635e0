import type { RunningDrill } from '../evidence/drills/running-drill.js';
import type { LogEntry } from '../evidence/drills/drill-log.js';
import { DRILL_ENDS } from '../evidence/drills/drill-shape.js';
import type { Instant } from '../units/quantity.js';
import { requireKnown } from './drill-log-file.js';
import { entryOf } from './drills-mark-command.js';
import { Refusal } from './refusal.js';

/** What somebody who carries out a drill has written: an entry for the log, or a wish. */
export type Said =
  | { readonly kind: 'entry'; readonly entry: LogEntry }
  | { readonly kind: 'wish'; readonly wish: 'steps' | 'left' | 'help' | 'quit' | 'nothing' };

/** What can be written, in a few lines. */
export const CONVERSATION_HELP =
  'Write: start STEP, done STEP, failed STEP [why], note [STEP] WORDS,\n' +
  'rpo SURFACE 3m, left, steps, help, end [cancelled|timed-out], quit (the log\n' +
  'stays). A number stands for a step; "start! NAME" takes a step that the\n' +
  'runbook does not have.';

const WISHES = ['steps', 'left', 'help', 'quit'] as const;

/**
 * Understands a line.
 *
 * @throws Refusal when it cannot, or when it names a step or surface that is not there.
 */
export function understand(line: string, { header }: RunningDrill, at: Instant): Said {
  const [verb = '', ...rest] = line.trim().split(/\s+/);
  if (verb === '') return { kind: 'wish', wish: 'nothing' };
  const wish = WISHES.find((known) => known === verb);
  if (wish !== undefined) return { kind: 'wish', wish };
  if (verb === 'end') return { kind: 'entry', entry: { entry: 'end', at, ended: endOf(rest) } };
  const [name = '', ...words] = rest;
  if (verb === 'rpo') {
    requireKnown('surface', name, header.surfaces, '');
    return { kind: 'entry', entry: entryOf('rpo', name, { at, words: words.join(' ') }) };
  }
  if (verb === 'note') {
    const step = stepOf(name, header.steps);
    const isOfStep = header.steps.includes(step) && words.length > 0;
    const note = (isOfStep ? words : rest).join(' ');
    if (note === '') throw new Refusal('note: expected words, found nothing', 'write: note the console was locked');
    return { kind: 'entry', entry: entryOf('note', isOfStep ? step : '', { at, words: note }) };
  }
  const event = (['start', 'done', 'failed'] as const).find((known) => verb === known || verb === `${known}!`);
  if (event === undefined) throw new Refusal(`"${verb}" is not understood`, '"help" lists what is');
  const step = stepOf(name, header.steps);
  if (step === '') throw new Refusal(`${verb}: expected a step, found nothing`, `write: ${verb} ${header.steps[0]}`);
  if (verb === event) requireKnown('step', step, header.steps, `"${verb}! ${name}" takes it all the same`);
  return { kind: 'entry', entry: entryOf(event, step, { at, words: words.join(' ') }) };
}

/** A number stands for the step at that place of the list, counted from 1. */
function stepOf(name: string, steps: readonly string[]): string {
  return /^\d+$/.test(name) ? (steps[Number(name) - 1] ?? name) : name;
}

function endOf([how = 'completed']: readonly string[]): (typeof DRILL_ENDS)[number] {
  const ended = DRILL_ENDS.find((known) => known === how);
  if (ended !== undefined) return ended;
  throw new Refusal(`end: expected ${DRILL_ENDS.join(', ')}; found ${how}`, 'write: end');
}
