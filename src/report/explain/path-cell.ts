import { printable } from '../printable.js';
import { fitLeft, textWidth } from '../text-width.js';

/** A path of the scenario in so many columns: of one that is longer the first parts are left out, as its end tells most. */
export function pathCell(path: string, columns: number): string {
  const whole = printable(path);
  const parts = whole.split('.');
  for (let first = 0; first < parts.length; first++) {
    const shown = first === 0 ? whole : `…${parts.slice(first).join('.')}`;
    if (textWidth(shown) <= columns) return fitLeft(shown, columns);
  }
  return fitLeft(`…${parts[parts.length - 1]}`, columns);
}
