/** Colours by meaning; each keeps a contrast of at least 4.5 to white where it colours text. */
export const INK = {
  curve: '#1b5e8c',
  band: '#e9eff4',
  quiet: '#5c6770',
  met: '#1f7a3d',
  undecided: '#8a5a00',
  missed: '#b3261e',
} as const;

/** Light and plain: no frame, faint lines to read heights by, words before decoration. */
export const CHART_STYLE = {
  background: 'white',
  padding: 16,
  font: 'Helvetica, Arial, sans-serif',
  view: { stroke: null },
  title: {
    anchor: 'start',
    frame: 'group',
    fontSize: 18,
    fontWeight: 600,
    color: '#1c2226',
    subtitleFontSize: 12,
    subtitleColor: INK.quiet,
    subtitlePadding: 6,
    offset: 28,
  },
  axis: { labelColor: INK.quiet, labelFontSize: 12, domain: false, ticks: false, labelPadding: 8 },
  axisX: { grid: false, domain: true, domainColor: '#c3cbd1', ticks: true, tickColor: '#c3cbd1' },
  axisY: { gridColor: '#edf0f2' },
  text: { fontSize: 12 },
} as const;
