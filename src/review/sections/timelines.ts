import { instantText } from '../../report/instant-text.js';
import { metricLabel } from '../../report/metric-label.js';
import type { Trace, TracedStep } from '../../study/trace.js';
import { durationText } from '../../units/duration-text.js';
import { labelOf } from '../cells.js';
import { bullets, numbers, paragraph, strong, subheading, table, type Block } from '../document/blocks.js';
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
    ...stepsTable(trace),
  ];
}

function surfaceWords({ recoveryPoint, rpoSeconds, from }: Trace['surfaces'][number], timezone: string): string {
  if (recoveryPoint === null || rpoSeconds === null) return `nothing usable is left. ${from}`.trim();
  const age = `${durationText(rpoSeconds)} old, of ${instantText(recoveryPoint, timezone)}`;
  return from === '' ? age : `${age} (${from})`;
}

function stepsTable({ steps, milestones }: Trace): readonly Block[] {
  const rows = [
    ...steps.map((step) => ({ at: step.ready, rank: 0, cells: stepCells(step) })),
    ...milestones.map(({ name, at }) => ({
      at,
      rank: -1,
      cells: [[strong(name)], '', durationText(at), '', '', 'milestone'],
    })),
  ].sort((one, other) => one.at - other.at || one.rank - other.rank);
  return table(
    ['Step', numbers('Starts'), numbers('Ends'), numbers('Takes'), 'Who', 'What happened'],
    rows.map(({ cells }) => cells),
  );
}

function stepCells(step: TracedStep) {
  const { name, start, end, people, isOnCriticalPath } = step;
  return [
    isOnCriticalPath ? [strong(name)] : name,
    ...[start, end, end - start].map(durationText),
    people.join(', '),
    happened(step),
  ];
}

function happened({ ready, start, waitedFor, attempts }: TracedStep): string {
  const waited = waitedFor === '' ? [] : [`waited ${durationText(start - ready)} for ${waitedFor}`];
  const broken = attempts
    .filter(({ outcome, note }) => outcome !== 'done' || note !== '')
    .map(({ outcome, note }) =>
      outcome === 'done' ? note : `${outcome === 'failed' ? 'failed' : 'bad backup'}${note === '' ? '' : `: ${note}`}`,
    );
  return [...waited, ...broken].join('; ');
}
