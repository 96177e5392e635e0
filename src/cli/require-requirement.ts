import { printable } from '../report/printable.js';
import { textWidth } from '../report/text-width.js';
import { askedAbout } from '../scenario/asked-about.js';
import type { Scenario } from '../scenario/scenario.js';
import { readRequirement } from '../study/check/read-requirement.js';
import type { Requirement, RequirementFault, Vocabulary } from '../study/check/requirement.js';
import { restoreTestAges } from '../study/check/restore-test-ages.js';
import { metricNames } from '../study/metric-columns.js';
import type { CompiledStudy } from './played-study.js';
import { Refusal } from './refusal.js';

/**
 * A requirement of a command line, read by what the scenario has.
 *
 * @param option by which it was given.
 * @throws Refusal with a caret below what does not fit.
 */
export function requireRequirement(text: string, study: CompiledStudy, option: string): Requirement {
  const read = readRequirement(text, vocabularyOf(study));
  if (read.kind === 'read') return read.requirement;
  throw new Refusal(faultText(option, text, read.fault), read.fault.mend);
}

function vocabularyOf({ scenario, plan }: CompiledStudy): Vocabulary {
  return {
    metrics: metricNames(plan),
    disasters: askedAbout(scenario).map(({ name }) => name),
    testedSurfaces: [...restoreTestAges(scenario).keys()],
    isPriced: isPriced(scenario),
  };
}

function isPriced({ costs }: Scenario): boolean {
  return costs !== undefined;
}

function faultText(option: string, text: string, { at, length, expected }: RequirementFault): string {
  const shown = printable(text);
  const caret = ' '.repeat(textWidth(printable(text.slice(0, at)))) + '^'.repeat(length);
  return `${option}: expected ${expected}\n  ${shown}\n  ${caret}`;
}
