/** A number as it stands in a JSON document, which has no infinity: null for what is none. */
export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
