import { timeline } from '../../report/charts/timeline.js';
import { instantText } from '../../report/instant-text.js';
import { metricLabel } from '../../report/metric-label.js';
import type { Trace } from '../../study/trace.js';
import { durationText } from '../../units/duration-text.js';
import { labelOf } from '../cells.js';
import { bullets, chart, paragraph, strong, subheading, type Block } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';
import type { Review, Story } from '../review.js';

/** The runbook as it runs in a typical incident and in a bad one. */
export function timelinesSection({ stories }: Review): Section {
  return {
    name: 'timelines',
    title: 'The runbook, in a typical and in a bad incident',
    blocks: stories.flatMap(storyBlocks),
  };
}

const STORY_TITLES: Readonly<Record<Story['quantile'], string>> = { p50: 'A typical incident', p95: 'A bad incident' };

const TIMELINE_QUESTIONS: Readonly<Record<Story['quantile'], string>> = {
  p50: 'Where does the time go in a typical incident?',
  p95: 'Where does the time go in a bad incident?',
};

function storyBlocks({ quantile, trace }: Story): readonly Block[] {
  const { metrics, surfaces, decisions, incident, kind, strikesAt, timezone } = trace;
  const achieved = metrics
    .filter(({ name }) => !name.startsWith('rpo.'))
    .map(({ name, seconds }) => `${metricLabel(name)} ${seconds === null ? 'never' : durationText(seconds)}`);
  return [
    subheading(`${STORY_TITLES[quantile]} (${labelOf(quantile)} of RTO)`),
    paragraph(
      `Incident ${incident}: ${kind}, striking at ${instantText(strikesAt, timezone)}. `,
      strong(`${achieved.join(', ')}.`),
    ),
    ...bullets([
      ...decisions.map(({ name, alternative, waitedSeconds }) => [
        strong(`Decided, ${name}:`),
        ` ${alternative}${waitedSeconds === 0 ? '' : `, after waiting ${durationText(waitedSeconds)} for the provider`}`,
      ]),
      ...surfaces.map((surface) => [strong(`${surface.name}:`), ` ${surfaceWords(surface, timezone)}`]),
    ]),
    chart(timeline(trace, { name: `timeline-${quantile}`, title: TIMELINE_QUESTIONS[quantile] })),
  ];
}

function surfaceWords({ recoveryPoint, rpoSeconds, from }: Trace['surfaces'][number], timezone: string): string {
  if (recoveryPoint === null || rpoSeconds === null) return `nothing usable is left. ${from}`.trim();
  const age = `${durationText(rpoSeconds)} old, of ${instantText(recoveryPoint, timezone)}`;
  return from === '' ? age : `${age} (${from})`;
}
