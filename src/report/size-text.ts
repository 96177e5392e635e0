import { SIZE_UNITS } from '../units/unit-table.js';

const BINARY = ['PiB', 'TiB', 'GiB', 'MiB', 'KiB'];

/** A size to three digits, in the largest binary unit that it fills: `12.3 TiB`. */
export function sizeText(bytes: number): string {
  const unit = BINARY.find((name) => bytes >= (SIZE_UNITS.get(name) ?? Infinity));
  if (unit === undefined) return `${bytes.toFixed(0)} B`;
  return `${(bytes / (SIZE_UNITS.get(unit) ?? 1)).toPrecision(3)} ${unit}`;
}
