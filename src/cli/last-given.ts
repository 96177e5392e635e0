/**
 * Of an option that was given more than once, what was given last. The setting of the parser for that would leave only
 * the last of several scenarios, too.
 */
export function lastGiven<Text>(given: Text | readonly Text[]): Text {
  return Array.isArray(given) ? (given as readonly Text[])[given.length - 1] : (given as Text);
}
