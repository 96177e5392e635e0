import { describe, expect, test } from 'vitest';
import { renderChromeTrace } from '../../../../src/report/story/render-chrome-trace.js';
import { heldLanes } from '../../../../src/report/story/held-lanes.js';
import { traceIncident } from '../../../../src/study/trace-incident.js';
import type { Trace } from '../../../../src/study/trace.js';
import { compile } from '../../../../src/plan/compile.js';
import { shippedScenario } from '../../../support/plan-of.js';
import { syntheticTrace } from '../../../support/synthetic-trace.js';

/** What the format documents of an event; fields beyond these do not occur. */
interface ChromeEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly cat?: string;
  readonly id?: number;
  readonly s?: string;
  readonly bp?: string;
  readonly args?: Readonly<Record<string, unknown>>;
}

interface ChromeTrace {
  readonly displayTimeUnit: string;
  readonly otherData: Readonly<Record<string, unknown>>;
  readonly traceEvents: readonly ChromeEvent[];
}

const rendered = (trace: Trace) => JSON.parse(renderChromeTrace(trace)) as ChromeTrace;
const plan = compile(shippedScenario('dalp-hot-cold'));
const real = (incident: number) => traceIncident(plan, { seed: 1, incident });

/** What each phase requires, and what it may have besides (Trace Event Format, "Event Descriptions"). */
const FIELDS: Readonly<Record<string, { readonly required: readonly string[]; readonly optional: readonly string[] }>> =
  {
    X: { required: ['name', 'cat', 'ts', 'dur', 'pid', 'tid'], optional: ['args'] },
    M: { required: ['name', 'ts', 'pid', 'tid', 'args'], optional: [] },
    s: { required: ['name', 'cat', 'id', 'ts', 'pid', 'tid'], optional: [] },
    f: { required: ['name', 'cat', 'id', 'ts', 'pid', 'tid', 'bp'], optional: [] },
    i: { required: ['name', 'cat', 'ts', 'pid', 'tid', 's'], optional: [] },
  };

/** Faults of a trace against what the format documents. */
function faultsOf({ displayTimeUnit, traceEvents }: ChromeTrace): readonly string[] {
  const faults: string[] = ['ms', 'ns'].includes(displayTimeUnit) ? [] : ['displayTimeUnit'];
  const rows = new Map<string, ChromeEvent[]>();
  for (const event of traceEvents) {
    if (!(event.ph in FIELDS)) faults.push(`phase ${event.ph}`);
    const { required, optional } = FIELDS[event.ph];
    const keys = Object.keys(event).filter((key) => key !== 'ph');
    faults.push(...required.filter((key) => !keys.includes(key)).map((key) => `${event.name} lacks ${key}`));
    faults.push(...keys.filter((key) => ![...required, ...optional].includes(key)).map((key) => `unknown ${key}`));
    for (const value of [event.ts, event.dur ?? 0, event.pid, event.tid]) {
      if (!Number.isInteger(value) || value < 0) faults.push(`${event.name}: ${value}`);
    }
    const row = `${event.pid}/${event.tid}`;
    rows.set(row, [...(rows.get(row) ?? []), event]);
  }
  for (const [row, events] of rows) {
    const process = events.some(({ name }) => name === 'process_name');
    if (!process && !events.some(({ name }) => name === 'thread_name')) faults.push(`${row} has no name`);
    const spans = events
      .filter(({ ph }) => ph === 'X')
      .map(({ name, ts, dur = 0 }) => ({ name, from: ts, to: ts + dur }));
    // Spans of one row lie beside or inside each other.
    for (const one of spans) {
      for (const other of spans) {
        if (one.from < other.from && other.from < one.to && one.to < other.to)
          faults.push(`${one.name} × ${other.name}`);
      }
    }
  }
  for (const { ph, id } of traceEvents) {
    if (ph === 's' && !traceEvents.some((other) => other.ph === 'f' && other.id === id)) faults.push(`flow ${id}`);
  }
  return faults;
}

describe('renderChromeTrace', () => {
  test('gives each event the fields that the format documents for its phase, and no others', () => {
    expect(faultsOf(rendered(syntheticTrace))).toEqual([]);
    for (let incident = 0; incident < 40; incident++) expect(faultsOf(rendered(real(incident)))).toEqual([]);
  });

  test('The check of the format bites', () => {
    const { traceEvents, ...rest } = rendered(syntheticTrace);
    const planted = (event: Partial<ChromeEvent>) =>
      faultsOf({ ...rest, traceEvents: [...traceEvents, { ...traceEvents[0], ...event }] });
    expect(planted({ ph: 'X' })).toContain('process_name lacks dur');
    expect(planted({ ts: 0.5 })).toContain('process_name: 0.5');
    expect(planted({ ph: 's', cat: 'flow', id: 999 })).toContain('flow 999');
    expect(planted({ name: 'x', tid: 99 })).toContain('1/99 has no name');
  });

  test('holds every step with its times in microseconds from the strike', () => {
    const { traceEvents } = rendered(syntheticTrace);
    const steps = traceEvents.filter(({ ph, cat }) => ph === 'X' && cat?.split(',')[0] === 'step');
    expect(steps.map(({ name, ts, dur }) => ({ name, ts, dur }))).toEqual(
      syntheticTrace.steps.map(({ name, start, end }) => ({
        name,
        ts: Math.round(start * 1e6),
        dur: Math.round(end * 1e6) - Math.round(start * 1e6),
      })),
    );
    expect(steps.filter(({ cat }) => cat?.includes('critical-path')).length).toBe(8);
  });

  test('shows what a step waited for, and its attempts when one failed', () => {
    const spans = rendered(syntheticTrace).traceEvents.filter(({ ph }) => ph === 'X');
    expect(spans.find(({ cat }) => cat === 'wait')).toMatchObject({
      name: 'waiting for an engineer (held by restore-kubernetes)',
      ts: 36_720_000_000,
      dur: 3_960_000_000,
    });
    expect(spans.filter(({ cat }) => cat === 'attempt').map(({ name }) => name)).toEqual([
      'attempt 1: failed',
      'attempt 2: done',
      'attempt 1: bad-backup',
      'attempt 2: done',
    ]);
  });

  test('draws arrows from inside the span that ended to the beginning of what it let go on', () => {
    const { traceEvents } = rendered(real(3));
    const spans = traceEvents.filter(({ ph }) => ph === 'X');
    const isInside = ({ pid, tid, ts }: ChromeEvent) =>
      spans.some((span) => span.pid === pid && span.tid === tid && span.ts <= ts && ts <= span.ts + (span.dur ?? 0));
    const flows = traceEvents.filter(({ ph }) => ph === 's' || ph === 'f');
    expect(flows.length).toBeGreaterThan(20);
    expect(flows.filter((flow) => !isInside(flow))).toEqual([]);
    expect(flows.some(({ name }) => name === 'gives people')).toBe(true);
  });

  test('has as many hours of people, and of links, as the steps that hold them', () => {
    const trace = real(3);
    const { traceEvents } = rendered(trace);
    const total = (category: string) =>
      traceEvents.filter(({ cat }) => cat?.split(',')[0] === category).reduce((sum, { dur = 0 }) => sum + dur / 1e6, 0);
    const held = trace.steps.reduce((sum, { people, start, end }) => sum + people.length * (end - start), 0);
    expect(total('people')).toBeCloseTo(held, 3);
    const moving = trace.steps.filter(({ link }) => link === 'restore');
    expect(moving.length).toBeGreaterThan(1);
    expect(total('link')).toBeCloseTo(
      moving.reduce((sum, { start, end }) => sum + end - start, 0),
      3,
    );
  });

  test('keeps what would steer a terminal out of names', () => {
    const [first] = syntheticTrace.steps;
    const rude = { ...syntheticTrace, steps: [{ ...first, name: 'a\u001b[2Jb\u202e' }] };
    expect(renderChromeTrace(rude)).not.toMatch(/\\u001b|\u202e/);
  });
});

describe('heldLanes', () => {
  test('takes whoever is free first, and no more people than are held at one time', () => {
    const [model] = syntheticTrace.steps;
    const step = (start: number, end: number, people: readonly string[]) => ({ ...model, start, end, people });
    const lanes = heldLanes(
      [step(2, 5, ['b', 'b']), step(0, 3, ['b', 'a']), step(3, 9, ['b'])],
      ({ people }) => people,
    );
    expect(lanes.map((each) => each.map(({ name, number }) => `${name}${number}`))).toEqual([
      ['b2', 'b3'],
      ['b1', 'a1'],
      ['b1'],
    ]);
  });

  test('never needs more of a role than the scenario has', () => {
    const counts = new Map(shippedScenario('dalp-hot-cold').roles.map(({ name, count }) => [name, count]));
    for (let incident = 0; incident < 200; incident++) {
      for (const { name, number } of heldLanes(real(incident).steps, ({ people }) => people).flat()) {
        expect(number).toBeLessThanOrEqual(counts.get(name) ?? 0);
      }
    }
  });
});
