import type { Figure } from '../../report/charts/figure.js';
import type { Block } from './blocks.js';

/** The sections of a review, in the order in which it reads. A template names them. */
export const SECTION_NAMES = [
  'answer',
  'picture',
  'compared',
  'drivers',
  'timelines',
  'incidents',
  'protection',
  'readiness',
  'assumptions',
  'changes',
  'costs',
  'sizing',
  'method',
  'reproduce',
  'sign-off',
] as const;

export type SectionName = (typeof SECTION_NAMES)[number];

/** One section. Those that a template adds have names of their own. */
export interface Section {
  /** What links point to: unique, of small letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A review as a document, before it is known whether it becomes Markdown, a page or paper. */
export interface ReviewDocument {
  readonly title: string;
  /** Whose it is; empty when nobody says. */
  readonly organisation: string;
  readonly logo: Logo | undefined;
  /** The scenario that is reviewed. */
  readonly subject: string;
  /** What identifies it, as pairs of a word and what it is. */
  readonly facts: readonly (readonly [term: string, value: string])[];
  readonly sections: readonly Section[];
}

/** A picture of the house, embedded: nothing is fetched when the page is opened. */
export interface Logo {
  /** `data:image/…;base64,…` */
  readonly dataUri: string;
  readonly alternative: string;
}

/** The charts of a document, in their order. */
export function figuresOf({ sections }: ReviewDocument): readonly Figure[] {
  return sections.flatMap(({ blocks }) => blocks).flatMap((block) => (block.type === 'figure' ? [block.figure] : []));
}
