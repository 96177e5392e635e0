import { describe, expect, test } from 'vitest';
import { lendHand } from '../../../src/explorer/engine/hands.js';
import type { AskedScenario, FromEngine, Picture, Question } from '../../../src/explorer/engine/protocol.js';
import { Session } from '../../../src/explorer/engine/session.js';
import { compile } from '../../../src/plan/compile.js';
import { renderJson } from '../../../src/report/render-json.js';
import { replicate } from '../../../src/study/replicate.js';
import { summarise } from '../../../src/study/summarise.js';
import { summaryContext } from '../../../src/study/summary-context.js';
import { formatProblem, readScenario } from '../../../src/scenario/read-scenario.js';
import { VERSION } from '../../../src/version.js';
import { runCommandLine } from '../../../src/cli/command-line.js';
import { memoryWorld } from '../../support/memory-world.js';
import { shippedTexts } from './shipped-texts.js';

const SHIPPED = shippedTexts();
const NAME = 'reference-r1';
const INCIDENTS = 20_000;
/** 28 November 2026, noon in UTC. */
const NOW = 1_795_867_200_000;

describe('A session of the explorer', () => {
  test('gives the bytes of the command line, with hands as without', async () => {
    const alone = heard([]);
    await alone.session.ask(question(shipped(NAME)));
    await alone.session.export('json');
    const { port1, port2 } = new MessageChannel();
    lendHand(port1);
    const helped = heard([port2]);
    await helped.session.ask(question(shipped(NAME)));
    await helped.session.export('json');
    port1.close();
    const text = await commandLineJson(shipped(NAME));
    expect(exported(alone.messages)).toBe(text);
    expect(exported(helped.messages)).toBe(text);
  });

  test('shows something after 1,024 incidents, more later, and says which picture is the last', async () => {
    const { session, messages } = heard([]);
    await session.ask(question(shipped(NAME)));
    expect(pictures(messages).map(({ incidents, isFinal }) => ({ incidents, isFinal }))).toEqual([
      { incidents: 1024, isFinal: false },
      { incidents: 8192, isFinal: false },
      { incidents: INCIDENTS, isFinal: true },
    ]);
    expect(pictures(messages)[0].chart.svg).toMatch(/^<svg /);
  });

  test('answers a question that became void while it was played with its first picture only', async () => {
    const { session, messages } = heard([]);
    const first = session.ask(question(shipped(NAME), { ticket: 1 }));
    await session.ask(question(shipped(NAME), { ticket: 2, seed: 2 }));
    await first;
    const told = messages.flatMap((message) =>
      message.kind === 'picture' ? [[message.ticket, message.picture.incidents]] : [],
    );
    expect(told.filter(([ticket]) => ticket === 1)).toEqual([[1, 1024]]);
    expect(told.at(-1)).toEqual([2, INCIDENTS]);
  });

  test('says of a broken text what the command line says, and leaves the picture', async () => {
    const { session, messages } = heard([]);
    const broken = { ...shipped(NAME), text: SHIPPED[NAME].replace('runbook:', 'runbok:') };
    await session.ask(question(broken));
    const read = readScenario(broken.text, { file: NAME, load: () => undefined, patterns: Object.keys(SHIPPED) });
    if (read.kind !== 'problems') throw new Error('the text is broken');
    const [message] = messages;
    if (message.kind !== 'problems') throw new Error(`told ${message.kind}`);
    expect(message.problems.map(({ text }) => text)).toEqual(read.problems.map(formatProblem));
    expect(pictures(messages)).toEqual([]);
  });

  test('holds a plan against the one that is pinned, also where that was not played before', async () => {
    const { session, messages } = heard([]);
    const pinned = shipped(NAME);
    const asked = { ...pinned, text: SHIPPED[NAME].replace(/count: 2\b/, 'count: 1') };
    expect(asked.text).not.toBe(pinned.text);
    await session.ask(question(asked, { pinned }));
    const last = pictures(messages).at(-1);
    expect(last?.isFinal).toBe(true);
    expect(last?.comparison?.comparison.results.map(({ incidents }) => incidents)).toEqual([INCIDENTS, INCIDENTS]);
    expect(last?.comparison?.verdict).toContain('reopens later');
  });

  test('tells the incident that stands at a share of all', async () => {
    const { session, messages } = heard([]);
    await session.ask(question(shipped(NAME)));
    await session.tellIncident({ kind: 'quantile', metric: 'rto', share: 0.95 }, 600);
    const told = messages.find((message) => message.kind === 'incident')?.told;
    const p95 = pictures(messages).at(-1)?.summary.metrics['rto'].quantiles.p95;
    const rto = told?.trace.metrics.find(({ name }) => name === 'rto')?.seconds ?? NaN;
    expect(rto).toBeGreaterThanOrEqual(p95?.low ?? Infinity);
    expect(rto).toBeLessThanOrEqual(p95?.high ?? -Infinity);
  });
});

test('A session writes the review that the command line writes of the same run on the same day', async () => {
  const { session, messages } = heard([]);
  await session.ask(question(shipped(NAME), { incidents: 2000 }));
  await session.export('review');
  const page = exported(messages) ?? '';
  const command = await drillcastReport(NAME, 2000);
  // Not by `toBe`, which would print both pages.
  expect(page === command).toBe(true);
  expect(messages.some((message) => message.kind === 'progress')).toBe(true);
});

function shipped(name: string): AskedScenario {
  return { name, text: SHIPPED[name], files: {} };
}

function question(asked: AskedScenario, over: Partial<Question> = {}): Question {
  return {
    ticket: 1,
    asked,
    pinned: undefined,
    seed: 1,
    incidents: INCIDENTS,
    metric: 'rto',
    drills: {},
    width: 640,
    ...over,
  };
}

function heard(hands: readonly MessagePort[]) {
  const messages: FromEngine[] = [];
  const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const session = new Session(SHIPPED, { tell: (message) => messages.push(message), breathe, hands, now: () => NOW });
  return { session, messages };
}

function pictures(messages: readonly FromEngine[]): readonly Picture[] {
  return messages.flatMap((message) => (message.kind === 'picture' ? [message.picture] : []));
}

function exported(messages: readonly FromEngine[]): string | undefined {
  return messages.flatMap((message) => (message.kind === 'exported' ? [message.text] : []))[0];
}

/** By the command line itself, over a world in memory. */
async function drillcastReport(name: string, incidents: number): Promise<string> {
  const world = memoryWorld({ files: { [`/shipped/${name}.yaml`]: SHIPPED[name] } });
  const options = ['--as-of', '2026-11-28', '--incidents', String(incidents), '--seed', '1', '--no-live'];
  expect(await runCommandLine(['report', name, ...options, '--html', 'review.html'], world)).toBe(0);
  return world.texts.get('review.html') ?? '';
}

async function commandLineJson({ name, text }: AskedScenario): Promise<string> {
  const read = readScenario(text, { file: name, load: () => undefined });
  if (read.kind !== 'scenario') throw new Error('a shipped scenario has problems');
  const { scenario } = read;
  const { createHash } = await import('node:crypto');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const outcomes = replicate(compile(scenario), { seed: 1, incidents: INCIDENTS });
  return renderJson(summarise(outcomes, summaryContext(scenario, { version: VERSION, file: name, sha256 })));
}
