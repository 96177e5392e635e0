/** Since when a copy has held anything, relative to the period: an incident may have taken what it held before. */
export class CopyLife {
  since = -Infinity;
}
