import { describe, expect, it } from 'vitest';
import { renderText } from '../../../src/report/render-text.js';
import { metricShapes } from '../../../src/report/shape.js';
import type { Style } from '../../../src/report/style.js';
import { textWidth } from '../../../src/report/text-width.js';
import { exactSamples } from '../../../src/study/run-samples.js';
import { summarise } from '../../../src/study/summarise.js';
import type { Summary } from '../../../src/study/summary.js';
import { days, hours } from '../../../src/units/quantity.js';
import { syntheticContext, syntheticOutcomes } from '../../support/synthetic-outcomes.js';

const outcomes = syntheticOutcomes({ incidents: 4000 });
const summary = summarise(outcomes, syntheticContext);
const linesOf = (given: Summary) => renderText(given).split('\n');
const lineWith = (given: Summary, words: string) => linesOf(given).find((line) => line.includes(words));

/** Marks that show in the text which style was asked for. */
const shownStyle: Style = {
  bold: (text) => `<b>${text}</b>`,
  dim: (text) => text,
  green: (text) => `<green>${text}</green>`,
  yellow: (text) => `<yellow>${text}</yellow>`,
  red: (text) => `<red>${text}</red>`,
};

describe('renderText', () => {
  it('says once what RTO, RPO and RTT measure', () => {
    const text = renderText(summary).replaceAll('\n', ' ');
    expect(text).toContain('RTO, the recovery time achieved (RTA), runs until service is reopened');
    expect(text.match(/recovery total time/g)).toHaveLength(1);
  });

  it('lists RTO, RPO, each surface and RTT, in this order', () => {
    const rows = linesOf(summary).filter((line) => /^ {2}R[TP][OT].* \d/.test(line));
    const names = rows.slice(0, 5).map((line) => line.slice(2, 26).trim());
    expect(names).toEqual(['RTO', 'RPO', 'RPO postgresql', 'RPO object-storage', 'RTT']);
  });

  it('writes each quantile above the longer side of its interval', () => {
    const rto = { state: 'estimated', value: 36_000, low: 34_200, high: 39_600 } as const;
    const given = { ...summary, metrics: { ...summary.metrics } };
    given.metrics.rto = { ...summary.metrics.rto, quantiles: { ...summary.metrics.rto.quantiles, p5: rto } };
    const lines = linesOf(given);
    const row = lines.findIndex((line) => line.startsWith('  RTO '));
    expect(lines[row].slice(26, 35)).toBe('    10.0h');
    expect(lines[row + 1].slice(26, 35)).toBe('    ±1.0h');
  });

  it('is silent about unrecoverable incidents where there are none, and loud where there are', () => {
    expect(renderText(summary)).not.toMatch(/CANNOT BE RECOVERED|never/);
    const lost = summarise(syntheticOutcomes({ incidents: 4000, lost: 40 }), syntheticContext);
    const text = renderText(lost, { style: shownStyle });
    expect(text).toContain(
      '<b><red>!! 1.0% OF INCIDENTS (40 of 4,000) CANNOT BE RECOVERED: no usable recovery point</red>',
    );
  });

  it('writes a quantile among the unrecoverable as never, and what is known from below', () => {
    const lost = summarise(syntheticOutcomes({ incidents: 4000, lost: 400 }), syntheticContext);
    const lines = linesOf(lost);
    const row = lines.findIndex((line) => line.startsWith('  RTO '));
    expect(lines[row].slice(-18)).toBe('    never    never');
    expect(lines[row + 1]).toMatch(/≥\d+\.\dh$/);
    expect(lines.some((line) => line.includes('never: that quantile falls among'))).toBe(true);
  });

  it('refuses quantiles that the sample cannot bound, and says so', () => {
    const few = summarise(syntheticOutcomes({ incidents: 30 }), syntheticContext);
    expect(lineWith(few, '  RTO ')).toMatch(/–$/);
    expect(renderText(few)).toContain('–: too few incidents to bound that quantile.');
  });

  it('writes the shares below, within and above each planning range', () => {
    const { below, within, above } = summary.metrics.rto.planning ?? { below: NaN, within: NaN, above: NaN };
    const percent = [below, within, above].map((share) => `${(share * 100).toFixed(1)}%`);
    expect(
      lineWith(summary, '8h to 24h')
        ?.trim()
        .split(/\s{2,}/),
    ).toEqual(['RTO', '8h to 24h', ...percent]);
  });

  it('colours verdicts and gives the interval of the share in words', () => {
    const objectives = [
      { metric: 'rto', quantile: 0.95, limit: hours(24) },
      { metric: 'rpo', quantile: 0.95, limit: hours(8.15) },
      { metric: 'rtt', quantile: 0.9, limit: days(30) },
    ] as const;
    const text = renderText(summarise(outcomes, { ...syntheticContext, objectives }), { style: shownStyle });
    expect(text).toMatch(/RTO {2}P95 within 24h {5}<red>missed {4}<\/red>8\d\.\d% {2}between 8\d\.\d% and 8\d\.\d%/);
    expect(text).toMatch(/RPO {2}P95 within 8.15h {3}<yellow>undecided <\/yellow>9/);
    expect(text).toContain('<green>met       </green>100%');
    expect(text).toContain('run more incidents to tell');
  });

  it('lists the five steps that make most of the tail, the largest first', () => {
    const lines = linesOf(summary);
    const first = lines.findIndex((line) => line.startsWith('What makes the slowest 5% of RTO')) + 1;
    const names = lines.slice(first, first + 6).map((line) => line.slice(2, 36).trim());
    expect(names.slice(0, 3)).toEqual(['provision', 'validate', 'restore-postgresql']);
    expect(names[5]).toBe('The 5 largest; critical, mean and');
  });

  it('counts the incidents, one as one', () => {
    const textOf = (incidents: number) => renderText({ ...summary, incidents }, { style: shownStyle });
    expect(textOf(1)).toContain(' 1 incident played.');
    expect(textOf(2)).toContain(' 2 incidents played.');
  });

  it('counts what the inputs rest on and says that this is a forecast', () => {
    const text = renderText(summary).replaceAll('\n', ' ');
    expect(text).toContain('Of 36 inputs, 1 from drills, 1 from vendors, 3 assumed, 31 without a source.');
    expect(text).toContain('This is a forecast from those inputs, not a commitment; drills correct it.');
  });

  it('ends with the command that replays it, the version and the scenario', () => {
    expect(linesOf(summary).slice(-3)).toEqual([
      'drillcast run scenarios/hot-cold.yaml --incidents 4000 --seed 7',
      'drillcast 0.1.0, scenario sha256 3f2a9c1e5b7d',
      '',
    ]);
  });

  it('draws shapes only when they are passed', () => {
    expect(renderText(summary)).not.toContain('How the incidents spread');
    const drawn = renderText(summary, { shapes: metricShapes(summary, exactSamples(outcomes)) });
    expect(drawn).toMatch(/RPO postgresql +\d\S+ [ ▁▂▃▄▅▆▇█]{36} \d/);
  });

  it('leaves out planning, objectives and steps where the scenario has none', () => {
    const bare = summarise(
      { ...outcomes, steps: { incidents: 0, steps: [], people: [], decisions: [] } },
      { ...syntheticContext, planning: {}, objectives: [] },
    );
    expect(renderText(bare)).not.toMatch(/Planning|Objectives|slowest/);
  });

  it('is never wider than 80 columns and lets no escape character through, whatever the names', () => {
    const rude = `\u001b[31m東京\u0007 ${'long name '.repeat(12)}\u202e${'x'.repeat(120)}`;
    const renamed = {
      ...outcomes,
      metrics: outcomes.metrics.map((metric) =>
        metric.name.startsWith('rpo.') ? { ...metric, name: `${metric.name}${rude}` } : metric,
      ),
      steps: { ...outcomes.steps, steps: outcomes.steps.steps.map((step) => ({ ...step, name: rude + step.name })) },
    };
    const { footings } = syntheticContext;
    const context = {
      ...syntheticContext,
      footings: {
        ...footings,
        steps: footings.steps.map((each) => ({ ...each, name: rude + each.name })),
        surfaces: footings.surfaces.map((each) => ({ ...each, name: each.name + rude })),
      },
      version: `1\u001b[0m`,
      scenario: { name: rude, file: `${rude}.yaml`, sha256: 'a\u001bb' },
      incident: { name: rude },
    };
    const given = summarise(renamed, context);
    const text = renderText(given, { shapes: metricShapes(given, exactSamples(renamed)) });
    expect(Math.max(...text.split('\n').map(textWidth))).toBeLessThanOrEqual(80);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('refuses fewer than 80 columns', () => {
    expect(() => renderText(summary, { columns: 79 })).toThrow(
      new RangeError('renderText: columns must be at least 80, is 79'),
    );
  });
});

describe('metricShapes', () => {
  it('counts the incidents from P1 to P99, on a logarithmic scale where these lie far apart', () => {
    const spread = metricShapes(summary, exactSamples(outcomes));
    expect(spread.rto.scale).toBe('linear');
    expect(spread.rto.counts).toHaveLength(36);
    expect(spread.rto.counts.reduce((sum, count) => sum + count, 0)).toBeCloseTo(0.98 * 4000, -1);
    const wide = {
      ...outcomes,
      metrics: outcomes.metrics.map(({ name, values }) => ({
        name,
        values: values.map((value) => value * value * value),
      })),
    };
    expect(metricShapes(summarise(wide, syntheticContext), exactSamples(wide)).rto.scale).toBe('logarithmic');
  });

  it('leaves out a metric that is always the same', () => {
    const flat = {
      ...outcomes,
      metrics: outcomes.metrics.map(({ name, values }) => ({ name, values: values.map(() => 60) })),
    };
    expect(metricShapes(summarise(flat, syntheticContext), exactSamples(flat))).toEqual({});
  });
});
