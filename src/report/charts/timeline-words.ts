import type { Trace, TracedStep } from '../../study/trace.js';
import { durationText } from '../../units/duration-text.js';
import { printable } from '../printable.js';
import { digits } from './digits.js';
import type { Layer } from './labelled-point.js';
import { lineWidth } from './letter-widths.js';
import type { Palette } from './palette.js';

const SIZE = 11;
const AIR = 5;

interface Words {
  readonly step: string;
  readonly from: number;
  readonly words: string;
  readonly align: 'left' | 'right';
}

/**
 * Who does a step and over which link, behind its bar, or before it where there is no room behind; and in a wait that is
 * long enough, what was waited for.
 *
 * @param scale the seconds after the strike that are drawn, how many pixels they take, and the row of a step.
 */
export function timelineWords(
  { steps }: Pick<Trace, 'steps'>,
  scale: { readonly last: number; readonly width: number; readonly labelOf: (step: TracedStep) => string },
  palette: Palette,
): readonly Layer[] {
  const placed = [
    ...steps.flatMap((step) => workWords(step, scale)),
    ...steps.flatMap((step) => waitWords(step, scale)),
  ];
  return (['left', 'right'] as const).flatMap((align): readonly Layer[] => {
    const values = placed
      .filter((each) => each.align === align)
      .map(({ step, from, words }) => ({ step, from: digits(from), words }));
    if (values.length === 0) return [];
    const text = {
      type: 'text',
      align,
      dx: align === 'left' ? AIR : -AIR,
      fontSize: SIZE,
      baseline: 'middle',
    } as const;
    const encoding = { text: { field: 'words' } } as const;
    // The ground beneath, so that the words stay readable where they cross a line.
    return [
      { data: { values }, mark: { ...text, stroke: palette.ground, strokeWidth: 4 }, encoding },
      { data: { values }, mark: { ...text, color: palette.soft }, encoding },
    ];
  });
}

type Scale = Parameters<typeof timelineWords>[1];

function workWords(step: TracedStep, { last, width, labelOf }: Scale): readonly Words[] {
  const { people, link, start, ready, end } = step;
  const words = [...counted(people), ...(link === '' ? [] : [`over ${printable(link)}`])].join(', ');
  if (words === '') return [];
  const isBehind = (end / last) * width + AIR + widthOf(words) <= width;
  const isWaitTold = waitWords(step, { last, width, labelOf }).length > 0;
  if (!isBehind && isWaitTold) return [];
  return [
    { step: labelOf(step), from: isBehind ? end : Math.min(ready, start), words, align: isBehind ? 'left' : 'right' },
  ];
}

/** Each role once, with how many of it: `2 engineers` are two of the role that is called so. */
function counted(people: readonly string[]): readonly string[] {
  return [...new Set(people)].map((role) => {
    const count = people.filter((each) => each === role).length;
    return count === 1 ? printable(role) : `${count} ${printable(role)}`;
  });
}

function waitWords(step: TracedStep, { last, width, labelOf }: Scale): readonly Words[] {
  const { ready, start, waitedFor } = step;
  if (start <= ready || waitedFor === '') return [];
  const words = `waits ${durationText(start - ready)} for ${printable(waitedFor)}`;
  if (((start - ready) / last) * width < widthOf(words) + 2 * AIR) return [];
  return [{ step: labelOf(step), from: ready, words, align: 'left' }];
}

function widthOf(words: string): number {
  return lineWidth(words, { size: SIZE, isBold: false });
}
