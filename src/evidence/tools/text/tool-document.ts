import type { Path } from '../../../scenario/document/located-tree.js';
import type { SourceText } from '../../../scenario/scenario.js';
import type { Stretch } from './json-walk.js';

/** What a tool printed, opened: values from JSON or YAML, or a table from comma-separated values. */
export type ToolDocument = ObjectsDocument | TableDocument;

/** Values from JSON, which has one root, or from YAML, which has one per document. */
export interface ObjectsDocument {
  readonly kind: 'objects';
  readonly source: SourceText;
  readonly roots: readonly unknown[];
  /** Where a value stands, or what is nearest above it; the first step of the path is the number of the root. */
  readonly placeOf: (path: Path) => Stretch;
}

/** A table of which only the headings have been looked at: the rows of a long one would not fit into memory. */
export interface TableDocument {
  readonly kind: 'table';
  readonly source: SourceText;
  readonly headings: readonly string[];
}
