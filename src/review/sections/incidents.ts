import { countOf, countText } from '../../report/count-text.js';
import { frequencyText } from '../../report/frequency-text.js';
import { shareText } from '../../report/share-text.js';
import { askedAbout } from '../../scenario/asked-about.js';
import type { Incident } from '../../scenario/disaster.js';
import { timeCells } from '../cells.js';
import { numbers, paragraph, strong, subheading, table, type Block } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';
import { lossesOf } from '../losses.js';
import type { Review } from '../review.js';
import { WrittenValues } from '../written-values.js';

/** The kinds of incident that were played, what each does, how often it is expected, and what becomes of it. */
export function incidentsSection({ scenario, summary, lost }: Review): Section {
  const asked = askedAbout(scenario);
  const others = scenario.incidents.filter((incident) => !asked.includes(incident));
  const written = new WrittenValues(scenario);
  return {
    name: 'incidents',
    title: 'The incidents considered',
    blocks: [
      ...table(
        ['Incident', numbers('Expected'), 'What it does', 'Noticed after', 'Provider returns after'],
        asked.map((incident) => [
          [strong(incident.name)],
          frequencyText(summary.incidentKinds[incident.name].perYear),
          effectWords(incident),
          written.at(`incidents.${incident.name}.latency`) ?? 'at once',
          written.at(`incidents.${incident.name}.provider-returns-after`) ?? 'never by itself',
        ]),
      ),
      ...resultsByKind(summary.incidentKinds),
      ...whyLost(lost, summary),
      ...(others.length === 0
        ? []
        : [
            paragraph(
              strong('Not considered here:'),
              ' ',
              `${others.map(({ name }) => name).join(', ')}. The scenario knows them, and leaves them out (asks-about).`,
            ),
          ]),
    ],
  };
}

/** With one kind, the metrics of the whole are its own. */
function resultsByKind(kinds: Review['summary']['incidentKinds']): readonly Block[] {
  const entries = Object.entries(kinds);
  if (entries.length < 2) return [];
  return table(
    ['Incident', ...['Share of incidents', 'RTO P50', 'RTO P95', 'RPO P50', 'RPO P95', 'Never'].map(numbers)],
    entries.map(([name, { share, metrics }]) => [
      name,
      shareText(share),
      ...(metrics === null
        ? ['–', '–', '–', '–', '–']
        : [
            ...timeCells(metrics.rto, ['p50', 'p95']),
            ...timeCells(metrics.rpo, ['p50', 'p95']),
            shareText(metrics.rto.unrecoverable),
          ]),
    ]),
  );
}

/** What had become of every copy where nothing usable was left, and what would have left something. */
function whyLost(lost: Review['lost'], { metrics, incidents }: Review['summary']): readonly Block[] {
  if (lost.length === 0) return [];
  const all = Math.round(metrics.rto.unrecoverable * incidents);
  return [
    subheading('Why some cannot be recovered, and what would save them'),
    paragraph(
      all > lost.length
        ? `The first ${countText(lost.length)} of the ${countOf(all, 'incident')} that cannot be recovered from were looked at.`
        : `${countOf(all, 'incident')} of ${countText(incidents)} cannot be recovered from.`,
    ),
    ...table(
      ['Incident', 'Nothing is left of', 'Why', 'What would save it', numbers('Incidents')],
      lossesOf(lost).map((loss) => [
        loss.kind,
        [strong(loss.surface)],
        loss.why.join('; '),
        loss.saves.join('; '),
        countText(loss.incidents),
      ]),
    ),
  ];
}

function effectWords({ destroys, cutsOff, corrupts, deletes, attack, isOnsetKnown, setsOff }: Incident): string {
  const parts = [
    ['destroys', destroys],
    ['cuts off', cutsOff],
    ['corrupts', corrupts],
    ['deletes', deletes],
  ] as const;
  return [
    ...parts.filter(([, names]) => names.length > 0).map(([verb, names]) => `${verb} ${names.join(', ')}`),
    ...(attack === undefined ? [] : [`attacks each copy that is not immutable (${shareText(attack)})`]),
    ...(isOnsetKnown ? [] : ['leaves open when it began']),
    ...setsOff.map(
      ({ kind, probability }) => `sets off ${kind} (${shareText(probability)}), counted in the years only`,
    ),
  ].join('; ');
}
