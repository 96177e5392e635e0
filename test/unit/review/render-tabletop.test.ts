import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/plan/compile.js';
import { injectsOf } from '../../../src/review/tabletop/injects-of.js';
import { renderTabletop, type TabletopSubject } from '../../../src/review/tabletop/render-tabletop.js';
import { traceIncident } from '../../../src/study/trace-incident.js';
import type { Trace } from '../../../src/study/trace.js';
import { HOUR, hours } from '../../../src/units/quantity.js';
import { shippedScenario } from '../../support/plan-of.js';
import { syntheticTrace } from '../../support/synthetic-trace.js';

const SUBJECT: TabletopSubject = {
  name: 'Two regions',
  file: 'plan.yaml',
  objectives: [{ metric: 'rto', quantile: 0.95, limit: hours(24) }],
};

/** The Markdown as a reader of Markdown sees it. */
const treeOf = (text: string) =>
  fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });

/** Every node of that sort, with its words. */
function nodesOf(node: Nodes, type: Nodes['type']): readonly string[] {
  const below = 'children' in node ? node.children.flatMap((child) => nodesOf(child, type)) : [];
  return node.type === type ? [wordsOf(node), ...below] : below;
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join(' ') : '';
}

const told = (trace: Trace, subject = SUBJECT) => treeOf(renderTabletop(trace, subject));

describe('renderTabletop', () => {
  test('opens with the incident, who is needed and what the reader alone knows', () => {
    const headings = nodesOf(told(syntheticTrace), 'heading');
    expect(headings.filter((heading) => !/^\d/.test(heading))).toEqual([
      'Tabletop exercise: region-loss',
      'How to play it',
      'Who is needed',
      'For the reader alone',
      'The injects',
      'Debrief',
    ]);
  });

  test('numbers the injects, and tells each by the clock from the strike and the one on the wall', () => {
    const text = renderTabletop(syntheticTrace, SUBJECT);
    const headings = nodesOf(treeOf(text), 'heading').filter((heading) => /^\d/.test(heading));
    expect(headings.length).toBe(injectsOf(syntheticTrace).length);
    expect(headings.slice(0, 4)).toEqual([
      '1. +00:00 It strikes',
      '2. +00:00 detect',
      '3. +00:18 declare',
      '4. +01:30 provision',
    ]);
    expect(text).toContain('2026-01-07 15:33 UTC. Say:');
  });

  test('tells what the simulated team achieved, and whether it was within the objective', () => {
    const rows = nodesOf(told(syntheticTrace), 'tableRow');
    expect(rows).toContain('RTO 20.4h 24h at P95: within');
    const strict = { ...SUBJECT, objectives: [{ ...SUBJECT.objectives[0], limit: hours(1) }] };
    expect(nodesOf(told(syntheticTrace, strict), 'tableRow')).toContain('RTO 20.4h 1h at P95: beyond');
  });

  test('ends with the longest times, and the command that tells the incident again', () => {
    const text = renderTabletop(syntheticTrace, SUBJECT);
    const rows = nodesOf(treeOf(text), 'tableRow');
    expect(rows).toContain('provision everything waited for it 8.70h');
    expect(text).toContain('drillcast trace plan.yaml --incident 4217 --seed 7');
  });

  test('leaves of names that others chose nothing but text', () => {
    const rude = '<img src=x onerror=alert(1)> **bold** [link](javascript:1) | `code` \u001b[2J # head\n\n# Head';
    const [first] = syntheticTrace.steps;
    const trace: Trace = {
      ...syntheticTrace,
      kind: rude,
      surfaces: [{ ...syntheticTrace.surfaces[0], name: rude, from: rude }],
      steps: [
        { ...first, name: rude, people: [rude], waitedFor: rude, link: rude, ready: 0, start: HOUR, end: 2 * HOUR },
      ],
      decisions: [{ name: rude, alternative: rude, waitedSeconds: 0, after: rude }],
      milestones: [{ name: rude, at: HOUR }],
    };
    const tree = told(trace, { ...SUBJECT, name: rude, file: rude });
    expect(nodesOf(tree, 'html')).toEqual([]);
    expect(nodesOf(tree, 'link')).toEqual([]);
    expect(nodesOf(tree, 'image')).toEqual([]);
    expect(nodesOf(tree, 'strong').filter((words) => words === 'bold')).toEqual([]);
    expect(nodesOf(tree, 'heading').filter((words) => words === 'Head')).toEqual([]);
    expect(wordsOf(tree)).not.toContain('\u001b');
    expect(wordsOf(tree)).toContain('<img src=x onerror=alert(1)>');
  });
});

describe('injectsOf', () => {
  const plan = compile(shippedScenario('dalp-hot-cold-all'));
  const traces = Array.from({ length: 60 }, (_, incident) => traceIncident(plan, { seed: 1, incident }));

  test('begins with the strike and goes on in the order of the clock', () => {
    for (const trace of traces) {
      const times = injectsOf(trace).map(({ at }) => at);
      expect(times[0]).toBe(0);
      expect(times).toEqual([...times].sort((one, other) => one - other));
    }
  });

  test('has a decision at the end of the step that it follows', () => {
    const decided = traces.flatMap((trace) =>
      trace.decisions.map(({ name, after }) => ({
        at: injectsOf(trace).find(({ title }) => title === `To decide: ${name}`)?.at,
        ends: trace.steps.find((step) => step.name === after)?.end,
      })),
    );
    expect(decided.length).toBeGreaterThan(20);
    for (const { at, ends } of decided) expect(at).toBe(ends);
  });

  test('tells attempts that failed and backups that were bad, with how it went on', () => {
    const titles = injectsOf(syntheticTrace).map(({ title, did }) => `${title}: ${did}`);
    expect(titles).toContain('provision fails: They tried again at once.');
    expect(titles).toContain('The backup in restore-postgresql is bad: They tried again at once.');
    expect(titles).toContain('restore-configuration has to wait: They waited 1.10h.');
  });

  test('ends, where nothing is left, with that', () => {
    const lost: Trace = { ...syntheticTrace, metrics: [{ name: 'rto', seconds: null }], milestones: [] };
    expect(injectsOf(lost).at(-1)?.title).toBe('Nothing is left to restore');
  });
});
