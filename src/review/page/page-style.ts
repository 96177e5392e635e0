import { customProperties, DARK, LIGHT } from '../../report/charts/palette.js';

/**
 * How a review looks: one column for reading with the contents beside it, the colours of the reader's system, and paper.
 * Every colour of text reaches a contrast of 4.5 against its ground in both (WCAG 2.2, AA). The custom properties of the
 * root are those by which charts are coloured too.
 */
export const PAGE_STYLE = `
:root {
  --ground: #ffffff; --panel: #f6f7f9; --ink: #1b1f24; --soft: #57606a; --line: #d8dee4;
  --accent: #0b62b0; --bad: #b3261e; --bad-ground: #fdf1f0; --warning: #835400; --warning-ground: #fff7e6;
  --good: #1a6b3a; --good-ground: #eff8f2;
  ${customProperties(LIGHT)}
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171b; --panel: #1d2127; --ink: #e8eaed; --soft: #a4adb8; --line: #373e47;
    --accent: #7ab8f5; --bad: #ff9d94; --bad-ground: #331a18; --warning: #f0bf5c; --warning-ground: #2e2412;
    --good: #7fd19b; --good-ground: #14291c;
    ${customProperties(DARK)}
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--ground); padding: 0.5rem; }
.masthead { max-width: 76rem; margin: 0 auto; padding: 2.5rem 1.5rem 1.5rem; }
.house { display: flex; gap: 0.75rem; align-items: center; color: var(--soft); }
.house img { max-height: 2.5rem; max-width: 12rem; }
.kind { margin: 0.75rem 0 0; color: var(--soft); }
h1 { margin: 0.1rem 0 1rem; font-size: clamp(1.6rem, 4vw, 2.4rem); line-height: 1.15; letter-spacing: -0.015em; }
.masthead dl { display: flex; flex-wrap: wrap; margin: 0; font-size: 0.875rem; }
.masthead dt { color: var(--soft); margin-right: 0.4rem; }
.masthead dt::after { content: ':'; }
.masthead dd { margin: 0 2rem 0 0; }
.page { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem 4rem; display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 3rem; }
nav { font-size: 0.875rem; }
nav ol { position: sticky; top: 1.5rem; list-style: none; margin: 0; padding: 1rem 0 0; }
nav li { margin: 0 0 0.45rem; line-height: 1.35; }
nav a { color: var(--soft); text-decoration: none; }
nav a:hover { color: var(--accent); text-decoration: underline; }
main > section { padding: 1rem 0 1.75rem; border-top: 1px solid var(--line); }
main > section:first-child { border-top: 0; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 0.5rem 0 0.75rem; letter-spacing: -0.01em; }
h3 { font-size: 1.05rem; margin: 1.75rem 0 0.5rem; }
p, li { max-width: 46rem; }
#answer > p { font-size: 1.15rem; line-height: 1.6; }
blockquote { margin: 0 0 1rem; padding: 0.75rem 1rem; border-left: 4px solid var(--line); background: var(--panel); max-width: 46rem; }
blockquote p { margin: 0; }
blockquote.bad { border-color: var(--bad); background: var(--bad-ground); }
blockquote.bad strong { color: var(--bad); }
blockquote.warning { border-color: var(--warning); background: var(--warning-ground); }
blockquote.good { border-color: var(--good); background: var(--good-ground); }
.table { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; line-height: 1.4; }
th { text-align: left; color: var(--soft); font-weight: 500; vertical-align: bottom; }
th, td { padding: 0.4rem 1rem 0.4rem 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
td { vertical-align: top; min-width: 4rem; }
th[align='right'], td[align='right'] { text-align: right; }
td[align='right'] { white-space: nowrap; }
code { font: 0.92em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
pre { background: var(--panel); padding: 0.9rem 1rem; overflow-x: auto; border-radius: 4px; }
pre code { overflow-wrap: normal; }
figure { margin: 1.25rem 0 1.75rem; }
figcaption { font-weight: 600; font-size: 1.05rem; margin-bottom: 0.5rem; }
.chart { overflow-x: auto; }
.chart svg { max-width: 100%; height: auto; display: block; }
.alternative { color: var(--soft); font-size: 0.9rem; margin: 0.5rem 0; }
details { font-size: 0.875rem; }
summary { cursor: pointer; color: var(--accent); }
footer { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem 2rem; color: var(--soft); font-size: 0.8rem; }
#sign-off td { height: 3.25rem; }
#sign-off th:nth-child(n + 3) { min-width: 7rem; }
#assumptions td:first-child { min-width: 13rem; }
@media (max-width: 60rem) {
  .page { display: block; }
  nav ol { position: static; columns: 2; padding: 0 0 1rem; }
}
@media (max-width: 34rem) {
  .masthead, .page { padding-left: 1rem; padding-right: 1rem; }
  nav ol { columns: 1; }
  .chart svg { min-width: 36rem; max-width: none; }
}
@page { size: auto; margin: 18mm 16mm; }
@media print {
  :root {
    --ground: #ffffff; --panel: #f6f7f9; --ink: #000000; --soft: #444c56; --line: #c8ced4; --accent: #0b4a86;
    --bad: #9b1c15; --bad-ground: #ffffff; --warning: #6b4500; --warning-ground: #ffffff; --good: #14552e; --good-ground: #ffffff;
    ${customProperties(LIGHT)}
  }
  body { font-size: 10pt; }
  nav, .skip, details, footer { display: none; }
  .page { display: block; padding: 0; max-width: none; }
  .masthead { padding: 0 0 6mm; max-width: none; }
  h1 { font-size: 20pt; }
  h2 { font-size: 14pt; }
  h2, h3, figcaption { break-after: avoid; }
  figure, tr, blockquote { break-inside: avoid; }
  thead { display: table-header-group; }
  table { font-size: 8.5pt; }
  .table, .chart { overflow: visible; }
  td[align='right'] { white-space: normal; }
  #answer > p { font-size: 12pt; }
  #timelines, #assumptions, #sign-off { break-before: page; }
  p, li, blockquote { max-width: none; orphans: 3; widows: 3; }
}
`.trim();
