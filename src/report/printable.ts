/**
 * A name or file as it may be shown: without characters that steer a terminal or turn the direction of text.
 *
 * Scenario files come from others; an escape character in a name could otherwise rewrite what the reader sees.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '');
}
