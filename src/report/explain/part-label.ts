import type { PartExplanation } from '../../study/explain/explanation.js';
import { printable } from '../printable.js';

/** A part of a metric as people name it: steps and surfaces by their names, waiting in brackets. */
export function partLabel({ kind, name }: Pick<PartExplanation, 'kind' | 'name'>): string {
  switch (kind) {
    case 'step':
    case 'surface':
      return printable(name);
    case 'wait-for-people':
      return `(wait for ${printable(name)})`;
    case 'wait-for-link':
      return `(link ${printable(name)} is full)`;
    default:
      return kind satisfies never;
  }
}
