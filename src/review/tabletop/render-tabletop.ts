import type { Heading, Root } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { instantText } from '../../report/instant-text.js';
import { metricLabel, quantileLabel } from '../../report/metric-label.js';
import { commandLines } from '../../report/command-lines.js';
import { heldLanes } from '../../report/story/held-lanes.js';
import type { Objective } from '../../scenario/scenario.js';
import type { Trace } from '../../study/trace.js';
import { durationText, limitText } from '../../units/duration-text.js';
import { instant } from '../../units/quantity.js';
import {
  bullets,
  callout,
  numbers,
  paragraph,
  shell,
  strong,
  subheading,
  table,
  type Block,
} from '../document/blocks.js';
import { injectsOf, isUnrecoverable, type Inject } from './injects-of.js';

/** What an exercise is about, besides the incident. */
export interface TabletopSubject {
  /** The name of the scenario, and its file. */
  readonly name: string;
  readonly file: string;
  readonly objectives: readonly Objective[];
}

/** How many of the longest times are talked about afterwards. */
const TALKED_ABOUT = 5;
const COLUMNS = 118;

/**
 * One incident as the script of a tabletop exercise, in GitHub-flavoured Markdown: who is needed, what only the facilitator
 * knows, an inject for everything that decides how long it takes, and the debrief. Whatever names a scenario brings, they
 * are text and nothing else.
 *
 * @returns lines, each ended by a newline.
 */
export function renderTabletop(trace: Trace, subject: TabletopSubject): string {
  const injects = injectsOf(trace);
  const children = [
    heading(1, `Tabletop exercise: ${trace.kind}`),
    paragraph(
      `${subject.name}, incident ${trace.incident} of seed ${trace.seed}. It strikes at `,
      strong(instantText(trace.strikesAt, trace.timezone)),
      '. Nothing is touched in this exercise: people say what they would do.',
    ),
    heading(2, 'How to play it'),
    ...bullets(
      [
        'One person reads, the others answer. Only the reader has this script.',
        'Read an inject with its clock, ask, and let them talk; five minutes each are enough. Then say what the simulated team did.',
        'Somebody writes down every number that is guessed, and every answer that nobody had.',
      ],
      { isOrdered: true },
    ),
    heading(2, 'Who is needed'),
    ...peopleBlocks(trace),
    heading(2, 'For the reader alone'),
    paragraph('What is left, and is only found out when somebody looks:'),
    ...surfaceTable(trace),
    heading(2, 'The injects'),
    ...injects.flatMap((inject, place) => injectBlocks(inject, place, trace)),
    heading(2, 'Debrief'),
    ...debriefBlocks(trace, subject),
  ];
  const root = { type: 'root', children } as Root;
  return toMarkdown(root, { extensions: [gfmTableToMarkdown({ tablePipeAlign: false })], bullet: '-', emphasis: '_' });
}

function heading(depth: Heading['depth'], text: string): Heading {
  return { type: 'heading', depth, children: paragraph(text).children };
}

function peopleBlocks({ steps }: Trace): readonly Block[] {
  const most = new Map<string, number>();
  for (const { name, number } of heldLanes(steps, ({ people }) => people).flat()) {
    most.set(name, Math.max(number, most.get(name) ?? 0));
  }
  if (most.size === 0) return [paragraph('Nobody is named in the runbook: invite whoever would be called.')];
  const rows = [...most].map(([role, count]) => {
    const held = steps.filter(({ people }) => people.includes(role));
    const hours = held.reduce((sum, { start, end }) => sum + end - start, 0);
    return [role, String(count), durationText(hours), [...new Set(held.map(({ name }) => name))].join(', ')];
  });
  return table(['role', numbers('at one time'), numbers('busy for'), 'with'], rows);
}

function surfaceTable({ surfaces, timezone }: Trace): readonly Block[] {
  return table(
    ['surface', 'can be brought back to', numbers('lost'), 'from'],
    surfaces.map(({ name, recoveryPoint, rpoSeconds, from }) => [
      name,
      recoveryPoint === null ? strong('nothing usable is left') : instantText(recoveryPoint, timezone),
      rpoSeconds === null ? '' : durationText(rpoSeconds),
      from,
    ]),
  );
}

function injectBlocks({ at, title: what, say, ask, did }: Inject, place: number, trace: Trace): readonly Block[] {
  const wall = instantText(instant(trace.strikesAt + at), trace.timezone);
  return [
    subheading(`${place + 1}. ${clockText(at)} ${what}`),
    paragraph(`${wall}. Say:`),
    callout('warning', say),
    paragraph('Ask:'),
    ...bullets(ask),
    paragraph(strong('What the simulated team did:'), ` ${did}`),
  ];
}

function debriefBlocks(trace: Trace, { file, objectives }: TabletopSubject): readonly Block[] {
  const { metrics, steps, incident, seed } = trace;
  const rows = metrics.map(({ name, seconds }) => [
    metricLabel(name),
    seconds === null ? 'never' : durationText(seconds),
    promiseWords(
      objectives.filter(({ metric }) => metric === name),
      seconds,
    ),
  ]);
  const waits = steps
    .filter(({ ready, start }) => start > ready)
    .map(({ name, ready, start, waitedFor }) => ({ seconds: start - ready, words: [name, `waited for ${waitedFor}`] }));
  const work = steps
    .filter(({ isOnCriticalPath }) => isOnCriticalPath)
    .map(({ name, start, end }) => ({ seconds: end - start, words: [name, 'everything waited for it'] }));
  const longest = [...waits, ...work].sort((one, other) => other.seconds - one.seconds).slice(0, TALKED_ABOUT);
  return [
    ...(isUnrecoverable(trace) ? [callout('bad', 'The simulated team could not recover: what was lost is lost.')] : []),
    paragraph('What the simulated team achieved:'),
    ...table(['', numbers('achieved'), 'objective'], rows),
    paragraph('Where the time went:'),
    ...table(
      ['step', '', numbers('took')],
      longest.map(({ seconds, words }) => [...words, durationText(seconds)]),
    ),
    paragraph('Talk about:'),
    ...bullets([
      'Where did your numbers differ from those of the simulated team, and who is right?',
      'Which question had no answer? Write down who finds it by when.',
      'Which of the times above would you shorten first, and what would that take?',
      'What did nobody have access to, or nobody know where it is written?',
    ]),
    paragraph('What was guessed here is no measurement: only a drill is. The incident, step by step:'),
    shell(commandLines(['drillcast', 'trace', file, '--incident', String(incident), '--seed', String(seed)], COLUMNS)),
  ];
}

function promiseWords(objectives: readonly Objective[], seconds: number | null): string {
  return objectives
    .map(({ quantile, limit }) => {
      const isKept = seconds !== null && seconds <= limit;
      return `${limitText(limit)} at ${quantileLabel(quantile)}: ${isKept ? 'within' : 'beyond'}`;
    })
    .join('; ');
}

/** Hours and minutes from the strike: `+26:05`. */
function clockText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `+${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
