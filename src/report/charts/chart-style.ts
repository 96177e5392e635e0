import type { Palette } from './palette.js';

/** Plain and quiet: no frame, faint lines to read heights by, words before decoration. */
export function chartStyle({ ground, ink, soft, line, faint }: Palette) {
  return {
    background: ground,
    padding: 16,
    font: 'Helvetica, Arial, sans-serif',
    view: { stroke: null },
    title: {
      anchor: 'start',
      frame: 'group',
      fontSize: 18,
      fontWeight: 600,
      color: ink,
      subtitleFontSize: 12,
      subtitleColor: soft,
      subtitlePadding: 6,
      offset: 28,
    },
    axis: {
      labelColor: soft,
      labelFontSize: 12,
      titleColor: soft,
      domain: false,
      ticks: false,
      labelPadding: 8,
      labelLimit: 260,
    },
    axisX: { grid: false, domain: true, domainColor: line, ticks: true, tickColor: line },
    axisY: { gridColor: faint },
    text: { fontSize: 12 },
  } as const;
}
