/**
 * The known name that a text most probably means: the one with the fewest edits, or none when even that one is
 * further away than a third of the letters (a guess in the dark helps nobody).
 */
export function nearestName(text: string, known: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let fewest = Math.max(2, Math.ceil(text.length / 3)) + 1;
  for (const name of known) {
    // A long foreign word would cost its length times ours in time; no name is that near to it anyway.
    if (Math.abs(name.length - text.length) >= fewest) continue;
    const edits = editDistance(text.toLowerCase(), name.toLowerCase());
    if (edits < fewest && edits < name.length) [nearest, fewest] = [name, edits];
  }
  return nearest;
}

/**
 * The number of letters to insert, delete, replace or swap with their neighbour to turn one text into another.
 *
 * @source L. Boytsov, "Indexing methods for approximate dictionary searching", ACM Journal of Experimental
 *   Algorithmics 16 (2011), section 2: the restricted Damerau-Levenshtein distance.
 */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = last[column - 1] + (from[row - 1] === to[column - 1] ? 0 : 1);
      const best = Math.min(replaced, last[column] + 1, current[column - 1] + 1);
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(isSwap ? Math.min(best, beforeLast[column - 2] + 1) : best);
    }
    [beforeLast, last] = [last, current];
  }
  return last[to.length];
}
