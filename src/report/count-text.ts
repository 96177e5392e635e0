/** A count with its thousands parted: `100,000`. Written out here so that it is the same in every locale. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
