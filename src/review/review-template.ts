import type { Logo, Section, SectionName } from './document/review-document.js';

/** What a house changes about every review: its name, its logo, its titles, and sections of its own. */
export interface ReviewTemplate {
  readonly title?: string;
  readonly organisation?: string;
  readonly logo?: Logo;
  /** In place of the usual ones. */
  readonly titles: Readonly<Partial<Record<SectionName, string>>>;
  /** Sections before all others. */
  readonly first: readonly Section[];
  /** Sections behind one of ours, whether that is there or not. */
  readonly behind: Readonly<Partial<Record<SectionName, readonly Section[]>>>;
}

/** The review as it is without a template. */
export const PLAIN_TEMPLATE: ReviewTemplate = { titles: {}, first: [], behind: {} };
