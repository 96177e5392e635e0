import { differenceFigure } from '../../report/charts/difference-figure.js';
import { THEMED } from '../../report/charts/palette.js';
import { verdictText } from '../../report/comparison-verdict.js';
import { compare } from '../../study/compare.js';
import { drawPicture } from './draw.js';
import type { PlayedRun } from './played-run.js';
import type { ComparedPicture, DrawnMetric } from './protocol.js';

/** A plan against the one that is pinned, struck by the same incidents: in sentences, and as the differences within them. */
export async function comparedPicture(
  pinned: PlayedRun,
  now: PlayedRun,
  metric: DrawnMetric,
  width: number,
): Promise<ComparedPicture> {
  const comparison = compare([pinned, now]);
  const [variant] = comparison.variants;
  const figure = differenceFigure(metric, comparison, variant, [pinned.outcomes, now.outcomes]);
  const verdict = verdictText(comparison, variant);
  if (figure === undefined) return { comparison, verdict, chart: undefined };
  const { svg } = await drawPicture({
    ...figure.draw(THEMED),
    width,
    autosize: { type: 'fit-x', contains: 'padding' },
  });
  const { title, alternative, table } = figure;
  return { comparison, verdict, chart: { svg, title, alternative, table } };
}
