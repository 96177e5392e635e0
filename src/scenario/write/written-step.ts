import { exactDuration, exactShare } from '../../units/exact-text.js';
import type { CatchUp, Failure, Span, Step, Transfer } from '../scenario.js';
import type { SourceBook } from './source-book.js';
import { COUNT_RATES, DURATIONS, NUMBERS, RATES, SIZES, writtenLaw } from './written-law.js';
import { oneOrList, optional } from './written-values.js';

/** A step as a map of the file; keys without a value are undefined. */
export function writtenStep(step: Step, path: string, sources: SourceBook): object {
  return {
    follows: oneOrList(step.follows),
    needs: step.needs.length === 0 ? undefined : writtenNeeds(step.needs),
    takes: sources.sourced(
      `${path}.takes`,
      optional(step.takes, (law) => writtenLaw(law, DURATIONS)),
    ),
    transfers: optional(step.transfers, (transfer) => writtenTransfer(transfer, `${path}.transfers`, sources)),
    'catches-up': optional(step.catchesUp, (catchUp) => writtenCatchUp(catchUp, `${path}.catches-up`, sources)),
    fails: optional(step.fails, (failure) => writtenFailure(failure, `${path}.fails`, sources)),
    restores: step.restores,
    searches: optional(step.searches, ({ surface, each }) => ({
      'backups-of': surface,
      each: sources.sourced(`${path}.searches.each`, writtenLaw(each, DURATIONS)),
    })),
    when: oneOrList(step.when),
  };
}

/** People whom work needs: their roles, or how many of each. */
export function writtenNeeds(needs: Step['needs']): unknown {
  if (needs.every(({ count }) => count === 1)) return oneOrList(needs.map(({ role }) => role));
  return Object.fromEntries(needs.map(({ role, count }) => [role, count]));
}

function writtenTransfer({ bytes, rate, over, stopsAfter }: Transfer, path: string, sources: SourceBook): object {
  return {
    bytes: sources.sourced(
      `${path}.bytes`,
      bytes.kind === 'drawn' ? writtenLaw(bytes.law, SIZES) : `${bytes.surface}.${bytes.part}`,
    ),
    rate: sources.sourced(`${path}.rate`, writtenLaw(rate, RATES)),
    over,
    'stops-after': sources.sourced(`${path}.stops-after`, optional(stopsAfter, exactDuration)),
  };
}

/** A speed that came from two rates is written as the rate of work beside one arrival per second. */
function writtenCatchUp({ behind, speed }: CatchUp, path: string, sources: SourceBook): object {
  const spans = oneOrList(behind.map(writtenSpan));
  if (!sources.has(`${path}.rate`) && !sources.has(`${path}.arrives`)) {
    return { behind: spans, speed: sources.sourced(`${path}.speed`, writtenLaw(speed, NUMBERS)) };
  }
  return {
    behind: spans,
    arrives: sources.sourced(`${path}.arrives`, '1/s'),
    rate: sources.sourced(`${path}.rate`, writtenLaw(speed, COUNT_RATES)),
  };
}

function writtenSpan(span: Span): string {
  return span.kind === 'surface-rpo' ? `rpo.${span.surface}` : span.kind;
}

function writtenFailure({ probability, rework, backTo }: Failure, path: string, sources: SourceBook): unknown {
  const share = exactShare(probability);
  const isAlone = rework === undefined && backTo === undefined && !sources.has(`${path}.probability`);
  if (isAlone || sources.has(path)) return sources.sourced(path, share);
  return {
    probability: sources.sourced(`${path}.probability`, share),
    rework: sources.sourced(
      `${path}.rework`,
      optional(rework, (law) => writtenLaw(law, DURATIONS)),
    ),
    'back-to': backTo,
  };
}
