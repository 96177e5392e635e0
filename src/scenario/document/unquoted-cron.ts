import type { SourceText } from '../scenario.js';
import type { Place } from './located-tree.js';

/**
 * Five fields after a key, the first with the star that YAML takes for an alias. Blanks are bounded, so that a hostile
 * line costs no more than its length.
 */
const STARRED_CRON = /(?<=:[ \t]{1,40})\*\S*(?:[ \t]{1,40}\S+?){4}(?=,\s|[ \t]{0,40}(?:\}|$)|[ \t]{1,40}#)/d;

/** The cron expression without quotes in the line of a fault, when that is what the parser stumbled over. */
export function unquotedCronAt(source: SourceText, position: number): Place | undefined {
  const lineStart = source.text.lastIndexOf('\n', position - 1) + 1;
  const lineBreak = source.text.indexOf('\n', lineStart);
  const line = source.text.slice(lineStart, lineBreak < 0 ? undefined : lineBreak).replace(/\r$/, '');
  const found = STARRED_CRON.exec(line)?.indices?.[0];
  return found === undefined ? undefined : { source, start: lineStart + found[0], end: lineStart + found[1] };
}
