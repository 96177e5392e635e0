import type { YearOutcomes } from '../../study/years/year-outcomes.js';
import type {
  DurabilitySummary,
  YearEstimate,
  YearMean,
  YearQuantile,
  YearShare,
  YearsSummary,
} from '../../study/years/years-summary.js';
import type { Cell } from '../csv-text.js';
import { csvPieces, csvText } from '../csv-text.js';
import { printable } from '../printable.js';

const COLUMNS = ['name', 'measure', 'unit', 'value', 'low', 'high', 'state'];

type Unit = 'seconds' | 'share' | 'count' | 'bytes' | 'money';

/** A row per number and measure; empty where undefined. */
export function renderYearsCsv(summary: YearsSummary): string {
  const { costs } = summary;
  return csvText([
    COLUMNS,
    ...meanRows('availability', 'share', summary.availability),
    ...estimateRows('downtime', 'seconds', summary.downtime),
    ...estimateRows('loss', 'seconds', summary.loss),
    ...Object.entries(summary.surfaceLoss).flatMap(([name, loss]) => estimateRows(`loss.${name}`, 'seconds', loss)),
    shareRow('unrecoverable', summary.unrecoverable),
    ...meanRows('incidents', 'count', summary.incidents),
    ...Object.entries(summary.incidentKinds).flatMap(([name, kind]) => meanRows(`incidents.${name}`, 'count', kind)),
    ...meanRows('overlaps', 'count', summary.overlaps.perYear),
    shareRow('overlaps', summary.overlaps.years),
    ...Object.entries(summary.storage).flatMap(([name, { mean, peak }]) => [
      ...meanRows(`storage.${name}`, 'bytes', mean),
      ...meanRows(`storage.${name}.peak`, 'bytes', peak),
    ]),
    ...Object.entries(summary.durability).flatMap(([name, durability]) => durabilityRows(name, durability)),
    ...(costs === null
      ? []
      : [
          ...estimateRows('cost', 'money', costs.total),
          ...Object.entries(costs.parts).flatMap(([name, part]) => meanRows(`cost.${name}`, 'money', part)),
          ...costs.exceedance.map((point) =>
            quantileRow('cost', `exceeded-by-${String(point.probability)}`, 'money', point),
          ),
        ]),
  ]);
}

function meanRows(name: string, unit: Unit, { mean, low, high }: YearMean): Cell[][] {
  return [[printable(name), 'mean', unit, mean, low, high, null]];
}

function estimateRows(name: string, unit: Unit, estimate: YearEstimate): Cell[][] {
  const quantiles = Object.entries(estimate.quantiles).map(([measure, value]) =>
    quantileRow(name, measure, unit, value),
  );
  return [...meanRows(name, unit, estimate), ...quantiles];
}

function quantileRow(name: string, measure: string, unit: Unit, { value, low, high, state }: YearQuantile): Cell[] {
  return [printable(name), measure, unit, value, low, high, state];
}

function shareRow(name: string, { share, low, high }: YearShare): Cell[] {
  return [name, 'years', 'share', share, low, high, null];
}

function durabilityRows(surface: string, { lost, unitsLost, timeToLoss }: DurabilitySummary): Cell[][] {
  const name = printable(`durability.${surface}`);
  const { mean, low, high, state } = timeToLoss;
  return [
    [name, 'lost', 'share', lost.share, lost.low, lost.high, null],
    [name, 'units-lost', 'count', unitsLost.mean, unitsLost.low, unitsLost.high, null],
    [name, 'time-to-loss', 'seconds', mean, low, high, state],
  ];
}

/** One row per year, in pieces that add up to the file: write each out before asking for the next. */
export function renderYearsTableCsv(outcomes: YearOutcomes): Generator<string, void, undefined> {
  const { surfaces, kinds } = outcomes;
  const columns: { readonly title: string; readonly values: Float64Array }[] = [
    { title: 'downtime_seconds', values: outcomes.downtime },
    { title: 'lost_seconds', values: outcomes.lost },
    ...surfaces
      .filter(({ isDataBearing }) => isDataBearing)
      .map(({ name, lost }) => ({ title: `lost_${printable(name)}_seconds`, values: lost })),
    { title: 'unrecoverable', values: outcomes.unrecoverable },
    { title: 'overlapping', values: outcomes.overlapping },
    ...kinds
      .filter(({ canStrike }) => canStrike)
      .map(({ name, counts }) => ({ title: `incidents_${printable(name)}`, values: counts })),
    ...surfaces.flatMap(({ name, storageMean, storagePeak }) => [
      { title: `storage_${printable(name)}_bytes`, values: storageMean },
      { title: `storage_${printable(name)}_peak_bytes`, values: storagePeak },
    ]),
    ...outcomes.durability.flatMap(({ surface, firstLoss, unitsLost }) => [
      { title: `first_loss_${printable(surface)}_seconds`, values: firstLoss },
      { title: `units_lost_${printable(surface)}`, values: unitsLost },
    ]),
    { title: 'people_cost', values: outcomes.labour },
    { title: 'moved_bytes', values: outcomes.movedBytes },
    { title: 'afterwards_cost', values: outcomes.laterCosts },
  ];
  return csvPieces(['year', ...columns.map(({ title }) => title)], outcomes.years, (year) => [
    year,
    ...columns.map(({ values }) => (values[year] < Infinity ? values[year] : null)),
  ]);
}
