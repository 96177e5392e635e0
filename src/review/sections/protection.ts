import { ageStrip } from '../../report/charts/age-strip.js';
import { sizeText } from '../../report/size-text.js';
import { CUT_OFF, LOST, type KindPlan } from '../../plan/disaster-plan.js';
import type { Plan } from '../../plan/plan.js';
import { askedAbout } from '../../scenario/asked-about.js';
import type { Copy, Scenario, Surface } from '../../scenario/scenario.js';
import type { Summary } from '../../study/summary.js';
import { capitalised, copyLabel, timeCell, withCode } from '../cells.js';
import { charts, numbers, paragraph, strong, table } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';
import type { Review } from '../review.js';
import { WrittenValues } from '../written-values.js';

/** Surface by surface: what is copied where and how, how old it can be, and what takes the copy as well. */
export function protectionSection({ scenario, plan, summary, samples }: Review): Section {
  const written = new WrittenValues(scenario);
  return {
    name: 'protection',
    title: 'Protection, surface by surface',
    blocks: [
      ...table(
        ['Surface', 'Lives on', 'Copy', 'Copy lives on', 'Made, and kept', 'What takes the copy too'],
        scenario.surfaces.flatMap((surface, s) =>
          surface.copies.map((copy, c) => [
            c === 0 ? [strong(surface.name), sizeOf(surface)] : '',
            c === 0 ? placeWords(surface.sites) : '',
            `${capitalised(copyLabel(copy.name))}${copy.isImmutable ? ', immutable' : ''}`,
            placeWords(copy.sites),
            withCode(madeWords(surface, copy, written)),
            threats({ scenario, plan, surface: s, copy: c }),
          ]),
        ),
      ),
      ...charts([ageStrip(summary, samples)]),
      ...agesTable(scenario, summary),
      paragraph(
        'Data-bearing surfaces count towards RPO: the deployment loses what the worst of them loses. “What takes the ' +
          'copy too” follows from where things live, kind of incident by kind of incident.',
      ),
    ],
  };
}

function sizeOf({ size }: Surface): string {
  return size === undefined ? '' : `, ${sizeText(size)}`;
}

function placeWords(sites: readonly string[]): string {
  return sites.length === 0 ? 'not said' : sites.join(', ');
}

function agesTable({ surfaces }: Scenario, { metrics }: Summary) {
  return table(
    ['Data-bearing surface', ...['P50', 'P95', 'P99', 'Oldest played'].map((title) => numbers(`How old: ${title}`))],
    surfaces.flatMap(({ name }) => {
      if (!(`rpo.${name}` in metrics)) return [];
      const { quantiles, max, unrecoverable } = metrics[`rpo.${name}`];
      const oldest = unrecoverable > 0 ? 'never' : timeCell({ state: 'estimated', value: max });
      return [[name, ...[quantiles.p50, quantiles.p95, quantiles.p99].map(timeCell), oldest]];
    }),
  );
}

/** What the scenario says of how a copy is made, in its own words. */
function madeWords(surface: Surface, { name, protection }: Copy, written: WrittenValues): string {
  const here = `surfaces.${surface.name}.${name}`;
  const at = (key: string, before = '', after = ''): readonly string[] => {
    const value = written.at(`${here}.${key}`);
    return value === undefined ? [] : [`${before}${value}${after}`];
  };
  switch (protection.kind) {
    case 'backup': {
      const log = written.at(`surfaces.${surface.name}.log-archive.every`);
      return [
        ...made(here, written),
        ...succeeding(written.at(`${here}.succeeds`)),
        ...at('keep', 'kept '),
        ...(protection.logArchive === undefined || log === undefined ? [] : [`log archived every ${log}`]),
      ].join('; ');
    }
    case 'replication':
      return [
        ...made(here, written),
        ...succeeding(written.at(`${here}.succeeds`)),
        ...(protection.keep === undefined ? ['each run overwrites the last'] : at('keep', 'kept ')),
      ].join('; ');
    case 'replica':
      return [...at('lag', 'behind by '), ...at('delayed-by', 'delayed by ')].join('; ') || 'synchronous';
    case 'versions':
      return at('keep', 'older states kept ').join('');
    case 'versioned':
      return 'every state kept whole';
    case 'rebuilt':
      return `from ${protection.from}`;
    default:
      return protection satisfies never;
  }
}

/** A run that always succeeds has no share worth telling. */
function succeeding(share: string | undefined): readonly string[] {
  if (share === undefined) return [];
  return [Number(share) === 1 || share === '100%' ? 'always succeeds' : `succeeds in ${share}`];
}

/** A schedule of cron stands as it is; a period is said as one. */
function made(here: string, written: WrittenValues): readonly string[] {
  const schedule = written.at(`${here}.schedule`) ?? written.at(`${here}.every`);
  if (schedule === undefined) return [];
  if (schedule.startsWith('every ')) return [schedule];
  return [/^\d+ ?(s|m|h|d)$/.test(schedule) ? `every ${schedule}` : `cron ${schedule}`];
}

/** The kinds of incident that leave nothing of a copy, or that keep it out of reach; from the plan, which the engine plays. */
function threats({
  scenario,
  plan,
  surface,
  copy,
}: {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly surface: number;
  readonly copy: number;
}): string {
  const asked = askedAbout(scenario).map(({ name }) => name);
  const words = plan.kinds
    .filter(({ name }) => asked.includes(name))
    .flatMap((kind) => {
      const word = threatWord(kind, plan, surface, copy);
      return word === undefined ? [] : [`${kind.name}${word}`];
    });
  return words.length === 0 ? 'none of the incidents considered' : words.join(', ');
}

function threatWord(kind: KindPlan, { surfaces }: Plan, surface: number, copy: number): string | undefined {
  const left = kind.copies[surface][copy];
  const { attackColumn, protection } = surfaces[surface].copies[copy];
  if (left === LOST) return '';
  if (protection.kind === 'replica' && kind.isCorrupted[surface] === 1) return ' (repeated by it)';
  if (kind.attack > 0 && attackColumn >= 0) return ' (may be attacked)';
  return left === CUT_OFF ? ' (out of reach)' : undefined;
}
