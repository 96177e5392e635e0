import { describe, expect, it } from 'vitest';
import { ganttBar, ganttMark } from '../../../src/report/gantt-bar.js';
import { renderTimeline } from '../../../src/report/render-timeline.js';
import { renderTraceJson } from '../../../src/report/render-trace-json.js';
import { textWidth } from '../../../src/report/text-width.js';
import type { Trace, TracedStep } from '../../../src/study/trace.js';
import { syntheticTrace } from '../../support/synthetic-trace.js';

const strip = { width: 10, seconds: 100 };
const step = (given: Partial<TracedStep>): TracedStep => ({ ...syntheticTrace.steps[0], attempts: [], ...given });

describe('ganttBar', () => {
  it('shows waiting from ready to start, and work from start to end', () => {
    expect(ganttBar(step({ ready: 20, start: 50, end: 80 }), strip)).toBe('  ░░░███');
  });

  it('shows a failed attempt with the rework after it, up to the next attempt', () => {
    const attempts = [
      { start: 0, end: 20, outcome: 'failed', note: '' },
      { start: 40, end: 60, outcome: 'done', note: '' },
    ] as const;
    expect(ganttBar(step({ ready: 0, start: 0, end: 60, attempts }), strip)).toBe('▓▓▓▓██');
  });

  it('shows a last attempt that failed up to its end', () => {
    const attempts = [{ start: 0, end: 30, outcome: 'bad-backup', note: '' }] as const;
    expect(ganttBar(step({ ready: 0, start: 0, end: 30, attempts }), strip)).toBe('▓▓▓');
  });

  it('gives a step that took next to no time one character, at the right end too', () => {
    expect(ganttBar(step({ ready: 31, start: 31, end: 31.5 }), strip)).toBe('   █');
    expect(ganttBar(step({ ready: 100, start: 100, end: 100 }), strip)).toBe('         █');
    expect(ganttMark(100, '◆', strip)).toBe('         ◆');
  });
});

describe('renderTimeline', () => {
  const lines = renderTimeline(syntheticTrace).split('\n');
  const after = (words: string) => lines.slice(lines.findIndex((line) => line.includes(words)));

  it('opens with the incident and its three times', () => {
    expect(lines.slice(0, 3)).toEqual([
      'Incident 4217 of seed 7, striking at 2026-01-07 14:03 UTC',
      'RTO 20.4h   RPO 9.55h   RTT 27.9h',
      'What struck: region-loss',
    ]);
  });

  it('tells before the steps what could be restored, how old it is and why nothing newer', () => {
    const [head, words] = after('object-storage ');
    expect(head).toBe('object-storage          9.55h old, of 2026-01-07 04:30 UTC');
    expect(words).toContain('the runs of 08:30 and');
    expect(lines.indexOf(head)).toBeLessThan(lines.findIndex((line) => line.includes('detect')));
  });

  it('gives each step its start, end and duration, and marks the critical path', () => {
    expect(after('provision ')[0]).toMatch(/^● provision +1\.50h +10\.2h +8\.70h {2} +▓+█+$/);
    expect(after('select-backup ')[0]).toMatch(/^ {2}select-backup +1\.50h +2\.10h +36\.0m/);
  });

  it('says who worked, what released the step, and why it waited or was repeated', () => {
    expect(after('provision ')[1]).toBe('    after declare · engineer 2 · attempt 1 failed after 3.60h');
    expect(after('restore-configuration ').slice(1, 3).join(' ')).toContain(
      'after provision · waited 1.10h for an engineer (held by restore-kubernetes)',
    );
    expect(after('restore-postgresql ')[1]).toContain('attempt 1 found the backup bad after 1.40h (back to the');
  });

  it('puts a milestone after the steps that end with it and before those that begin with it', () => {
    const order = ['validate ', 'service-reopened', 'reconcile-chain '].map((name) =>
      lines.findIndex((line) => line.includes(name) && !line.includes('after')),
    );
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(after('service-reopened')[0]).toMatch(/^◆ service-reopened +20\.4h +◆$/);
  });

  it('says where nothing usable is left', () => {
    const lost: Trace = {
      ...syntheticTrace,
      metrics: [{ name: 'rto', seconds: null }],
      surfaces: [{ name: 'postgresql', recoveryPoint: null, rpoSeconds: null, from: '', copies: [] }],
      steps: [],
      milestones: [],
    };
    const text = renderTimeline(lost);
    expect(text).toContain('RTO never');
    expect(text).toContain('postgresql              nothing usable is left');
  });

  it('is never wider than 80 columns and lets no escape character through, whatever the names', () => {
    const rude = `\u001b[2J東京 ${'word '.repeat(20)}${'x'.repeat(100)}\n`;
    const trace: Trace = {
      ...syntheticTrace,
      surfaces: syntheticTrace.surfaces.map((surface) => ({ ...surface, name: rude, from: rude })),
      steps: syntheticTrace.steps.map((traced) => ({
        ...traced,
        name: rude,
        startedAfter: rude,
        waitedFor: rude,
        people: [rude, rude],
        attempts: traced.attempts.map((attempt) => ({ ...attempt, note: rude })),
      })),
      milestones: syntheticTrace.milestones.map(({ at }) => ({ name: rude, at })),
    };
    const text = renderTimeline(trace);
    expect(Math.max(...text.split('\n').map(textWidth))).toBeLessThanOrEqual(80);
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(80);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('refuses fewer than 80 columns', () => {
    expect(() => renderTimeline(syntheticTrace, { columns: 60 })).toThrow(RangeError);
  });
});

describe('renderTraceJson', () => {
  it('keeps the trace, with instants in words of RFC 3339', () => {
    const document = JSON.parse(renderTraceJson(syntheticTrace)) as Record<string, unknown>;
    expect(document).toMatchObject({
      format: 'drillcast-trace/1',
      incident: 4217,
      seed: 7,
      strikesAt: '2026-01-07T14:03:27.000Z',
      unit: 'seconds',
      steps: syntheticTrace.steps,
      milestones: syntheticTrace.milestones,
    });
    expect(document.surfaces).toMatchObject([{ recoveryPoint: '2026-01-07T13:59:09.000Z', rpoSeconds: 258 }, {}]);
  });
});
