import { describe, expect, it } from 'vitest';
import { renderComparisonText } from '../../../src/report/render-comparison-text.js';
import type { Style } from '../../../src/report/style.js';
import { textWidth } from '../../../src/report/text-width.js';
import { instant } from '../../../src/units/quantity.js';
import { syntheticComparison, type SyntheticVariant } from '../../support/synthetic-comparison.js';

const SOONER: SyntheticVariant = {
  name: 'Hot-warm',
  file: 'scenarios/hot-warm.yaml',
  change: (value, metric) => (metric === 'rto' ? value / 2 : value),
};
const comparison = syntheticComparison([{}, SOONER]);
const textOf = (variants: readonly SyntheticVariant[], size = {}) =>
  renderComparisonText(syntheticComparison(variants, size));
const onOneLine = (text: string) => text.replaceAll(/\n */g, ' ');

const shownStyle: Style = {
  bold: (text) => text,
  dim: (text) => text,
  green: (text) => `<green>${text}</green>`,
  yellow: (text) => text,
  red: (text) => `<red>${text}</red>`,
};

describe('renderComparisonText', () => {
  it('names every scenario by its letter, and says that the luck is the same', () => {
    const text = renderComparisonText(comparison);
    expect(text).toMatch(/^A {2}DALP hot-cold, nightly base backup\nB {2}Hot-warm\nregion-loss, once in 20 years\./);
    expect(onOneLine(text)).toContain(
      'The same 4,000 incidents played under each: an incident has the same luck in all.',
    );
  });

  it('sets the quantiles of each scenario side by side, and below them by how much they differ', () => {
    const lines = renderComparisonText(comparison).split('\n');
    const first = lines.findIndex((line) => line.startsWith('RTO '));
    expect(lines.slice(first, first + 7).map((line) => line.slice(0, 26).trim())).toEqual([
      'RTO',
      'A DALP hot-cold, nightl…',
      '',
      'B Hot-warm',
      '',
      'B − A',
      '',
    ]);
    const { value } = comparison.variants[0].metrics.rto.shifts.p50;
    expect(lines[first + 5].slice(35, 44).trim()).toBe(`−${((value ?? NaN) / -3600).toPrecision(3)}h`);
    expect(lines[first + 6].slice(35, 44).trim()).toMatch(/^±0\.\d+h$/);
  });

  it('tells a metric once that is the same in every incident', () => {
    const text = renderComparisonText(comparison);
    expect(text).toMatch(/RPO postgresql +P5.*\n {2}the same under all +\d/);
    expect(text).not.toMatch(/B RPO.*±/);
    expect(text.match(/B RTT/g)).toHaveLength(1);
    const three = textOf([{}, SOONER, { change: (value, metric) => (metric === 'rto' ? value : value + 60) }]);
    expect(three).toContain('\n  C: as A in every incident\n');
    expect(three).toContain('\n  B: as A in every incident\n');
  });

  it('says how often a variant has less, as much and more in the same incident, and by how much', () => {
    const row = /\n {2}B RTO +(.*)\n +(.*)\n/.exec(renderComparisonText(comparison)) ?? [];
    const { difference } = comparison.variants[0].metrics.rto;
    const hours = ['p5', 'p50', 'p95'].map((name) => difference.quantiles[name as 'p5'].value).concat(difference.mean);
    expect(row[1].split(/ +/)).toEqual([
      '100%',
      '0%',
      '0%',
      ...hours.map((seconds) => `−${((seconds ?? NaN) / -3600).toPrecision(3)}h`),
    ]);
    expect(row[2].split(/ +/).slice(0, 3)).toEqual(['±0.10%', '±0.10%', '±0.10%']);
  });

  it('marks a difference green or red only where it is sure', () => {
    const coloured = (variant: SyntheticVariant) =>
      renderComparisonText(syntheticComparison([{}, variant]), { style: shownStyle });
    expect(coloured(SOONER)).toMatch(/B − A +<green> +−/);
    expect(coloured({ change: (value) => value * 2 })).toMatch(/B − A +<red> +\+/);
    const unsure = coloured({ change: (value, _, incident) => value + (incident % 2 === 0 ? 1 : -1) });
    expect(/ {2}B − A.*/.exec(unsure)?.[0]).not.toMatch(/<(green|red)>/);
  });

  it('is loud about unrecoverable incidents, and counts whose they are', () => {
    const lost: SyntheticVariant = { change: (value, _, incident) => (incident >= 3900 ? NaN : value) };
    const text = textOf([{}, lost], { lost: 400 });
    expect(text).toContain('!! A: 10.0% OF INCIDENTS (400 of 4,000) CANNOT BE RECOVERED.');
    expect(text).toContain('!! B: 12.5% OF INCIDENTS (500 of 4,000) CANNOT BE RECOVERED.');
    expect(onOneLine(text)).toContain(
      'A alone recovers from 100 incidents: more for B than any number. 400 that neither B nor A recovers from count as ' +
        'equal. The mean of B is over the 3,500 that both recover from.',
    );
    expect(text).toMatch(/B − A +.* never\n/);
  });

  it('says which scenario keeps which promise', () => {
    expect(renderComparisonText(comparison)).toMatch(
      /Objectives .*\n {2}A RTO {2}P95 within 24h {5}missed .*\n {2}B RTO {2}P95 within 24h {5}met /,
    );
  });

  it('names what the scenarios differ in besides, and nothing where they do not', () => {
    expect(renderComparisonText(comparison)).not.toContain('Besides');
    const other: SyntheticVariant = {
      perYear: 3,
      timezone: 'UTC',
      period: { from: instant(0), to: instant(86_400 * 31 + 3600) },
      without: 'rpo.postgresql',
    };
    const text = onOneLine(textOf([{}, other]));
    expect(text).toContain(
      'Besides, these are not the same Period: A from 2026-01-01 to 2027-01-01, B from 1970-01-01 to 1970-02-01 01:00 ' +
        '(UTC); its incidents strike at other instants. Time zone: A Europe/Brussels, B UTC. region-loss: A once in 20 ' +
        'years, B 3 a year. A has RPO postgresql, B has not.',
    );
  });

  it('ends with the command that replays it, the version and the scenarios', () => {
    expect(renderComparisonText(comparison).split('\n').slice(-5)).toEqual([
      '',
      'drillcast compare scenarios/hot-cold.yaml scenarios/hot-warm.yaml --incidents \\',
      '4000 --seed 7',
      'drillcast 0.1.0, scenario sha256 A 3f2a9c1e5b7d, B 3f2a9c1e5b7d',
      '',
    ]);
  });

  it('is never wider than 80 columns and lets no escape character through, whatever the names', () => {
    const rude = `\u001b[31m東京\u0007 ${'long name '.repeat(12)}\u202e${'x'.repeat(120)}`;
    const variants = [
      { name: rude, file: `${rude}.yaml` },
      { name: rude, change: (value: number) => value / 3 },
      {
        timezone: rude,
        change: (value: number, _: string, incident: number) => (incident % 3 === 0 ? NaN : value * 9),
      },
      { without: 'rpo.postgresql', change: (value: number) => value + 1 },
    ];
    const text = textOf(variants, { lost: 40 });
    expect(Math.max(...text.split('\n').map(textWidth))).toBeLessThanOrEqual(80);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('refuses fewer than 80 columns', () => {
    expect(() => renderComparisonText(comparison, { columns: 79 })).toThrow(
      new RangeError('renderComparisonText: columns must be at least 80, is 79'),
    );
  });
});

describe('The verdict in words', () => {
  const verdictOf = (variant: SyntheticVariant, size = {}) =>
    /Hot-warm \(B\)[^]*?(?=\n\n)/.exec(textOf([{}, { name: 'Hot-warm', ...variant }], size))?.[0].replaceAll('\n', ' ');

  it('says in how many incidents a variant is better, and by how much in half of all', () => {
    expect(verdictOf({ change: (value, metric) => (metric === 'rto' ? value - 3600 : value) })).toBe(
      'Hot-warm (B) reopens sooner than A in every incident, by 1.00h or more in half of all. It loses the same data and ' +
        'closes at the same time in every incident.',
    );
  });

  it('gives the mean where most incidents do not differ', () => {
    expect(verdictOf({ change: (value, _, incident) => (incident % 10 === 0 ? value + 7200 : value) })).toBe(
      'Hot-warm (B) reopens later than A in 10.0% of incidents, by 12.0m on average over all. It loses more data in ' +
        '10.0% of incidents, by 12.0m on average over all, and closes later in 10.0% of incidents, by 12.0m on average ' +
        'over all.',
    );
  });

  it('says so when the tail points the other way', () => {
    const change = (value: number) => (value > 90_000 ? value + 36_000 : value - 60);
    expect(verdictOf({ change })).toMatch(
      /reopens sooner than A in 8\d\.\d% of incidents, by 1\.00m or more in half of all, yet its P95 is 10\.\dh longer\./,
    );
  });

  it('does not decide what so few incidents cannot', () => {
    expect(
      verdictOf({ change: (value, _, incident) => value + (incident % 2 === 0 ? 60 : -60) }, { incidents: 20 }),
    ).toMatch(
      /reopens sooner than A in 50\.0% of incidents, and reopens later in 50\.0%: too close to call with so few incidents/,
    );
  });

  it('begins with the incidents that only one recovers from', () => {
    const change = (value: number, _: string, incident: number) =>
      incident < 40 ? 3600 : incident >= 3980 ? NaN : value;
    expect(verdictOf({ change }, { lost: 40 })).toMatch(
      /^Hot-warm \(B\) recovers from 1\.0% of incidents that A does not recover from, but has no recovery from 0\.50% of incidents that A recovers from\. It reopens/,
    );
  });
});
