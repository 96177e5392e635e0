import { lineWidth } from './letter-widths.js';

/** A point of a drawing, in pixels from its upper left corner. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** Where a label may stand, seen from its point, and in which words: a mark of type text takes it as it is. */
export interface LabelSpot {
  readonly align: 'left' | 'right';
  readonly dx: number;
  readonly dy: number;
  /** Lines are parted by a line feed. */
  readonly text: string;
}

/** A label that wants a place; the spots that it likes best come first. */
export interface LabelWish {
  readonly at: Pixel;
  readonly spots: readonly LabelSpot[];
}

/** What labels should keep out of. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  /** Lines, by their points. */
  readonly lines: readonly (readonly Pixel[])[];
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is worse: to lie over another label, to leave the drawing to the left, where the axis is, or to cross a line. */
const WORSE = { label: 1000, axis: 100, right: 1, line: 20 } as const;
/** Air around words, in pixels. */
const AIR = 3;
/** Two baselines are so many sizes apart. */
const LEADING = 1.2;

/**
 * A spot for each label so that none lies over another one, over the axis or, as far as can be, over a line: whoever comes
 * first chooses first, and of spots that are equally good the one that it likes best.
 *
 * @returns in the order of the wishes.
 * @throws RangeError when a wish has no spot.
 */
export function placeLabels(wishes: readonly LabelWish[], drawn: Drawn): readonly LabelSpot[] {
  const taken: Box[] = [];
  return wishes.map(({ at, spots }) => {
    const judged = spots.map((spot) => {
      const box = boxOf(at, spot, drawn.size);
      return { spot, box, fault: faultOf(box, taken, drawn) };
    });
    const least = Math.min(...judged.map(({ fault }) => fault));
    const best = judged.find(({ fault }) => fault === least);
    if (best === undefined) throw new RangeError('placeLabels: a label has no spot');
    taken.push(best.box);
    return best.spot;
  });
}

function boxOf({ x, y }: Pixel, { align, dx, dy, text }: LabelSpot, size: number): Box {
  const lines = text.split('\n');
  const width = Math.max(...lines.map((line) => lineWidth(line, { size, isBold: true })));
  const left = align === 'left' ? x + dx : x + dx - width;
  const middle = y + dy;
  const below = (lines.length - 1) * size * LEADING;
  return {
    left: left - AIR,
    right: left + width + AIR,
    top: middle - size / 2 - AIR,
    bottom: middle + size / 2 + below + AIR,
  };
}

function faultOf(box: Box, taken: readonly Box[], { width, height, lines }: Drawn): number {
  const over = taken.filter(
    (other) => other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top,
  ).length;
  const crossed = lines.flat().filter(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom);
  return (
    WORSE.label * over +
    WORSE.axis * (Math.max(0, -box.left) + Math.max(0, box.bottom - height)) +
    WORSE.right * Math.max(0, box.right - width) +
    WORSE.line * crossed.length
  );
}
