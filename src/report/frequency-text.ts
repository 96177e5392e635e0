/** How often something is expected, from its number in a year: `once in 20 years`. */
export function frequencyText(perYear: number | null): string {
  if (perYear === null) return 'how often is not said';
  if (perYear >= 1) return `${Number(perYear.toPrecision(3))} a year`;
  return `once in ${Number((1 / perYear).toPrecision(3))} years`;
}
