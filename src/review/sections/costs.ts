import { costExceedance } from '../../report/charts/cost-exceedance.js';
import { countOf } from '../../report/count-text.js';
import { moneyText } from '../../report/money-text.js';
import { shareText } from '../../report/share-text.js';
import { sizeText } from '../../report/size-text.js';
import type { CostsSummary } from '../../study/summary.js';
import type { YearsSummary } from '../../study/years/years-summary.js';
import { charts, numbers, paragraph, strong, subheading, table, type Block } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';
import type { Review } from '../review.js';

/** What incidents cost in a year, what it costs to be ready for them, and how a year may go. */
export function costsSection({ summary: { costs }, years }: Review): Section {
  return {
    name: 'costs',
    title: 'What a year costs',
    blocks: [
      ...(costs === null
        ? [paragraph('The scenario has no prices, so nothing is said of costs.')]
        : costsBlocks(costs)),
      ...(years === undefined ? [] : yearsBlocks(years)),
    ],
  };
}

function costsBlocks({ currency, incidents, storage, standing, perYear, perIncident }: CostsSummary): readonly Block[] {
  const { p50, p95 } = perIncident.quantiles;
  const amount = (value: number | null): string => (value === null ? 'not known' : moneyText(value));
  const error = incidents.standardError === null ? '' : `±${moneyText(1.96 * incidents.standardError)}`;
  return [
    ...table(
      ['Per year', numbers(currency), ''],
      [
        ['Incidents, as expected', amount(incidents.perYear), error],
        ['Storage', amount(storage.perYear), `${sizeText(storage.bytes)} kept`],
        ...Object.entries(standing).map(([name, price]) => [name, amount(price), '']),
        [[strong('In all')], [strong(amount(perYear))], ''],
      ],
    ),
    paragraph(
      `One incident costs ${currency} ${amount(p50.value)} in half of the cases and ${amount(p95.value)} or less in 95 of 100.`,
    ),
  ];
}

function yearsBlocks(summary: YearsSummary): readonly Block[] {
  const { years, availability, unrecoverable, incidents } = summary;
  const open = availability.mean === null ? 'not known' : shareText(availability.mean);
  return [
    subheading('How a year may go'),
    paragraph(
      `Of ${countOf(years, 'year')} played forward, with incidents that may overlap, service was open ${open} of the time. ${
        incidents.mean === null
          ? ''
          : `${Number(incidents.mean.toPrecision(3))} incidents strike in a year on average. `
      }${unrecoverable.share === 0 ? 'In none' : `In ${shareText(unrecoverable.share)}`} of the years something was lost for good.`,
    ),
    ...charts([costExceedance(summary)]),
  ];
}
