/** Widths of the printable letters of ASCII, from the space on, in thousandths of the size of the type. */
const REGULAR = widths(
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584',
  '584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611',
  '278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500',
  '500 500 334 260 334 584',
);

const BOLD = widths(
  '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584',
  '584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611',
  '333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556',
  '556 500 389 280 389 584',
);

const FIRST = 32;
/** Of a letter that is not in the tables: Greek and Cyrillic have about that, and a wide one gets its full square. */
const OTHER = 600;
const WIDE = 1000;

/** How a text is set. */
export interface Face {
  /** In pixels. */
  readonly size: number;
  readonly isBold: boolean;
}

/**
 * The width in pixels of a line set in Helvetica, or in Arial or Arimo, which are as wide letter by letter. Without a
 * screen Vega guesses 0.8 of the size for every letter, and cuts labels that have room.
 *
 * @source Adobe Core 14 AFM, Helvetica and Helvetica-Bold.
 */
export function lineWidth(text: string, { size, isBold }: Face): number {
  const table = isBold ? BOLD : REGULAR;
  let thousandths = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) as number;
    thousandths += table[code - FIRST] ?? (code >= 0x1100 || code === 0x2026 ? WIDE : OTHER);
  }
  return (thousandths * size) / 1000;
}

function widths(...rows: readonly string[]): readonly number[] {
  return rows.join(' ').split(' ').map(Number);
}
