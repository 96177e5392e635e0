import { describe, expect, it } from 'vitest';
import { standalone } from '../../../src/report/charts/figure.js';
import { DARK, LIGHT, THEMED, type Palette } from '../../../src/report/charts/palette.js';
import { renderSvg } from '../../../src/report/charts/render-svg.js';
import { goldenText } from '../../support/golden-file.js';
import { HOSTILE_NAME, SYNTHETIC_FIGURES } from '../../support/synthetic-figures.js';

describe.each(SYNTHETIC_FIGURES.map((figure) => [figure.name, figure] as const))('the chart %s', (name, figure) => {
  it('is specified as committed', () => {
    const found = `${JSON.stringify(standalone(figure, LIGHT), null, 1)}\n`;
    expect(found).toBe(goldenText(new URL(`${name}.vl.json`, import.meta.url), found));
  });

  it('is drawn without a number that is none, and with names as text only', async () => {
    const svg = await renderSvg(standalone(figure, LIGHT));
    expect(svg).toMatch(/^<svg/);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|<script|&lt;script>alert\(1\)&lt;\/script>.*<script/);
  });

  it('is the same drawing in every palette, and leaves a themed one to the page', async () => {
    const [light, dark, themed] = await Promise.all(
      [LIGHT, DARK, THEMED].map((palette) => renderSvg(figure.draw(palette))),
    );
    const withoutColours = (svg: string) => svg.replaceAll(/#[0-9a-f]{6}|rgb\([^)]*\)|var\([a-z-]*\)|\bwhite\b/g, '');
    expect(withoutColours(dark)).toBe(withoutColours(light));
    expect(withoutColours(themed)).toBe(withoutColours(light));
    expect(themed).not.toMatch(/#[0-9a-f]{6}/);
  });

  it('asks a question, answers it in words, and has the numbers behind it', () => {
    expect(figure.title).toMatch(/\?$/);
    expect(figure.alternative).toMatch(/\d.*\.$/s);
    expect(figure.table.rows.length).toBeGreaterThan(0);
    for (const row of figure.table.rows) expect(row).toHaveLength(figure.table.head.length);
    expect(figure.name).toMatch(/^[a-z][a-z0-9.-]*$/);
  });
});

it('A hostile name was among what is drawn', () => {
  const all = JSON.stringify(SYNTHETIC_FIGURES.map((figure) => standalone(figure, LIGHT)));
  expect(all).toContain(JSON.stringify(HOSTILE_NAME).slice(1, -1));
});

/** Contrast of two colours by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light, dark] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('the %s palette', (_, palette: Palette) => {
  const WORDS = ['ink', 'soft', 'first', 'second', 'drill', 'met', 'undecided', 'missed'] as const;

  it.each(WORDS)('sets words in %s with a contrast of at least 4.5 to the ground and to a band (WCAG AA)', (name) => {
    expect(contrast(palette[name], palette.ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette[name], palette.band)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps waiting apart from the ground, and a hill apart from its band', () => {
    expect(contrast(palette.waiting, palette.ground)).toBeGreaterThan(1.5);
    expect(contrast(palette.firstArea, palette.band)).toBeGreaterThan(1.3);
  });

  it('measures contrast as the published examples have it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
