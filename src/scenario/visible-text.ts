/** What stands for a character that a terminal would act on instead of showing. */
const REPLACEMENT = '\u{FFFD}';

/** Controls, line and paragraph separators, and the marks that reorder or hide text. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u;

/** Blanks of every kind, the tab included. */
const BLANK = /[\t\p{Zs}]/u;

const COMBINING = /\p{M}/u;

/** Scripts and symbols that a terminal draws two columns wide. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;

/**
 * A text that can be printed whatever it came from: one character for each of its own, blanks as blanks, and a sign
 * in place of every character that would steer the terminal or reorder the line.
 */
export function visible(text: string): string {
  return Array.from(text, (character) => {
    if (BLANK.test(character)) return ' ';
    return UNSAFE.test(character) ? REPLACEMENT : character;
  }).join('');
}

/** How many columns a visible text takes on a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += COMBINING.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}
