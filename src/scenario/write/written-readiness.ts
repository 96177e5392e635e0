import { exactAge, exactShare } from '../../units/exact-text.js';
import { isModelled } from '../readiness.js';
import type { BackupGap, ReadinessCheck } from '../readiness.js';
import type { SourceBook } from './source-book.js';
import { AGES, DURATIONS, writtenLaw } from './written-law.js';
import { optional } from './written-values.js';

/** A question about the plan as a map of the file; keys without a value are undefined. */
export function writtenReadiness(check: ReadinessCheck, path: string, sources: SourceBook): object {
  return {
    asks: check.asks,
    answer: check.answer,
    required: check.isRequired ? undefined : false,
    'fresh-for': optional(check.freshFor, exactAge),
    'if-not': isModelled(check.ifNot) ? writtenGap(check.ifNot, `${path}.if-not`, sources) : undefined,
  };
}

function writtenGap({ fails, delays, backups }: ReadinessCheck['ifNot'], path: string, sources: SourceBook): object {
  return {
    fails:
      fails.length === 0
        ? undefined
        : Object.fromEntries(
            fails.map(({ step, probability }) => [
              step,
              sources.sourced(`${path}.fails.${step}`, exactShare(probability)),
            ]),
          ),
    delays:
      delays.length === 0
        ? undefined
        : Object.fromEntries(
            delays.map(({ step, takes }) => [
              step,
              sources.sourced(`${path}.delays.${step}`, writtenLaw(takes, DURATIONS)),
            ]),
          ),
    backups:
      backups.length === 0
        ? undefined
        : Object.fromEntries(
            backups.map((gap) => [gap.surface, writtenBackupGap(gap, `${path}.backups.${gap.surface}`, sources)]),
          ),
  };
}

function writtenBackupGap(
  { restorable, silentlyUnrestorableAfter }: BackupGap,
  path: string,
  sources: SourceBook,
): object {
  return {
    restorable: sources.sourced(`${path}.restorable`, optional(restorable, exactShare)),
    'silently-unrestorable-after': sources.sourced(
      `${path}.silently-unrestorable-after`,
      optional(silentlyUnrestorableAfter, (law) => writtenLaw(law, AGES)),
    ),
  };
}
