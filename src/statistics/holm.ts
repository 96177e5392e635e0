/**
 * P-values adjusted for their number by Holm: an adjusted one below α may be believed, and the chance that any of those
 * believed is a false alarm is at most α, however the tests hang together. It believes more than Bonferroni does.
 *
 * @param pValues from 0 to 1.
 * @returns one per p-value, in their order.
 * @source Holm: A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 6 (1979).
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a] - pValues[b]);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let reached = 0;
  order.forEach((index, rank) => {
    reached = Math.max(reached, Math.min(1, (pValues.length - rank) * pValues[index]));
    adjusted[index] = reached;
  });
  return adjusted;
}
