import { countText } from '../../report/count-text.js';
import { metricLabel } from '../../report/metric-label.js';
import { BASIS_WORDS } from '../../report/rests-on-words.js';
import { shareText } from '../../report/share-text.js';
import { textSources } from '../../report/text-inputs.js';
import { askedAbout } from '../../scenario/asked-about.js';
import type { Provenance, ProvenanceSource } from '../../scenario/scenario.js';
import type { InputExplanation } from '../../study/explain/explanation.js';
import type { RestingPart } from '../../study/rests-on/rests-on.js';
import { ageText } from '../age-text.js';
import { withCode } from '../cells.js';
import { inlineCode, numbers, paragraph, strong, table, type Block } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';
import type { Review } from '../review.js';
import { WrittenValues } from '../written-values.js';

/** The weakest evidence first. */
const BY_WEAKNESS: readonly ProvenanceSource[] = ['assumed', 'vendor', 'imported', 'measured', 'drill'];

/** What the answer rests on, value by value: where it comes from, how old it is, and how much it decides. */
export function assumptionsSection(review: Review): Section {
  const { scenario, summary } = review;
  return {
    name: 'assumptions',
    title: 'What the answer rests on',
    blocks: [
      paragraph(textSources(summary)),
      ...restsOnTable(review),
      ...inputsTable(review),
      ...leftOut(review),
      ...(scenario.provenance.length === 0
        ? []
        : [
            paragraph(
              'Decides: the part of who is among the slowest twentieth (RTO) that is left open when all but this input is ' +
                'known, by its total index; a dash where the input has none of its own.',
            ),
          ]),
    ],
  };
}

/** The share of the worst incidents that rests on each source, and what that share is made of. */
function restsOnTable({ summary, scenario, asOf }: Review): readonly Block[] {
  const rows = (['rto', 'rpo', 'rtt'] as const).flatMap((metric) =>
    (summary.restsOn[metric]?.bases ?? []).map(({ basis, share, low, high, oldest, parts }) => [
      metricLabel(metric),
      basis === 'assumed' || basis === 'unsourced' ? [strong(BASIS_WORDS[basis])] : BASIS_WORDS[basis],
      shareText(share),
      `${shareText(low)} to ${shareText(high)}`,
      oldest === null ? '–' : `${oldest} (${ageText(oldest, asOf, scenario.timezone)})`,
      partsText(parts),
    ]),
  );
  if (rows.length === 0) return [];
  return [
    ...table(['Of the worst 5% of', 'rests on', numbers('Share'), numbers('Between'), 'Oldest', 'Made of'], rows),
    paragraph('Each step, role and surface counts as its weakest value does: one that is half drilled is not drilled.'),
  ];
}

const NAMED_PARTS = 3;

function partsText(parts: readonly RestingPart[]): string {
  const named = parts.slice(0, NAMED_PARTS).map(({ name, share }) => `${name} ${shareText(share)}`);
  const left = parts.length - named.length;
  return [...named, ...(left > 0 ? [`${countText(left)} more`] : [])].join(', ');
}

/** Inputs that no incident of this run has called for: they cannot have moved the answer. */
function isIdle({ path }: Provenance, { scenario, explanation }: Review): boolean {
  const [section, name] = path.split('.');
  const isOfKind = section === 'incidents' && !askedAbout(scenario).some((incident) => incident.name === name);
  return isOfKind || explanation.idleInputs.some((input) => path === input || path.startsWith(`${input}.`));
}

function leftOut(review: Review): readonly Block[] {
  const idle = review.scenario.provenance.filter((entry) => isIdle(entry, review));
  if (idle.length === 0) return [];
  return [
    paragraph(
      `${countText(idle.length)} further ${idle.length === 1 ? 'input is' : 'inputs are'} of incidents and steps that this review is not about, and left out.`,
    ),
  ];
}

function inputsTable(review: Review): readonly Block[] {
  const { scenario, explanation, asOf } = review;
  const written = new WrittenValues(scenario);
  const inputs = explanation.metrics.rto?.inputs ?? [];
  const rows = scenario.provenance
    .filter((entry) => !isIdle(entry, review))
    .map((entry) => ({ entry, decides: decidingShare(entry, inputs) }))
    .sort(
      (one, other) =>
        (other.decides ?? 0) - (one.decides ?? 0) ||
        BY_WEAKNESS.indexOf(one.entry.source) - BY_WEAKNESS.indexOf(other.entry.source),
    );
  return table(
    ['Input', 'Value', 'Source', 'As of', numbers('Age'), numbers('Decides'), 'Note'],
    rows.map(({ entry: { path, source, asOf: day, note }, decides }) => [
      [inlineCode(path)],
      withCode(written.at(path) ?? '–'),
      source === 'assumed' ? [strong(source)] : source,
      day ?? '–',
      day === undefined ? '–' : ageText(day, asOf, scenario.timezone),
      decides === undefined ? '–' : shareText(decides),
      note ?? '',
    ]),
  );
}

/** The index of the input that a value belongs to: its own, or that of the map around it. */
function decidingShare({ path }: Provenance, inputs: readonly InputExplanation[]): number | undefined {
  const own = inputs.find(({ name }) => path === name || path.startsWith(`${name}.`));
  return own?.tail?.value;
}
