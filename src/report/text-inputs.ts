import type { Summary } from '../study/summary.js';
import { countOf, countText } from './count-text.js';
import { wrapWords } from './text-width.js';

/** What stands behind the times of the runbook, in a sentence. */
export const STANDS_ON: Readonly<Record<Summary['standsOn'], string>> = {
  assumed: 'No time of the runbook comes from a drill.',
  'partly-drilled': 'Some times of the runbook come from drills.',
  drilled: 'Every step of the runbook has a time that comes from a drill.',
};

/** What the inputs rest on, and how the answer must be read: a forecast, never a commitment. */
export function textInputs(summary: Pick<Summary, 'inputs' | 'standsOn'>, columns: number): readonly string[] {
  return wrapWords(textSources(summary), columns);
}

/** The same as one paragraph. */
export function textSources({ inputs, standsOn }: Pick<Summary, 'inputs' | 'standsOn'>): string {
  const { drill, measured, imported, vendor, assumed, unsourced } = inputs;
  const total = drill + measured + imported + vendor + assumed + unsourced;
  const parts = [
    [drill, 'from drills'],
    [measured, 'measured'],
    [imported, 'imported'],
    [vendor, 'from vendors'],
    [assumed, 'assumed'],
    [unsourced, 'without a source'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, source]) => `${countText(count)} ${source}`);
  const rests =
    total === 0 ? 'No input says where it comes from.' : `Of ${countOf(total, 'input')}, ${words.join(', ')}.`;
  return `${rests} ${STANDS_ON[standsOn]} This is a forecast from those inputs, not a commitment; drills correct it.`;
}
