import { isCollection, isMap, isScalar, parseDocument } from 'yaml';

/** A value as one writes it in a file, or a text whatever it looks like. */
export interface ScalarToWrite {
  readonly value: string;
  readonly isText: boolean;
}

/** Where a value is to stand. */
export interface ScalarPlace {
  /** Between braces, where a comma ends a value. */
  readonly isInFlow: boolean;
  /** How what stood there was quoted, in the words of the YAML package. */
  readonly like?: string | undefined;
}

/**
 * The YAML of a value: numbers, truths, `null` and what stands in braces or brackets as they are, all else as a text,
 * quoted where YAML would read it otherwise or where quotes stood before, such as a cron expression. One line, always.
 */
export function scalarText({ value, isText }: ScalarToWrite, { isInFlow, like }: ScalarPlace): string {
  const read = readBack(value, isInFlow);
  if (!isText && read !== undefined && (read.isCollection || typeof read.scalar !== 'string')) return value.trim();
  const wasQuoted = like === 'QUOTE_SINGLE' || like === 'QUOTE_DOUBLE';
  if (!wasQuoted && read?.isCollection === false && read.scalar === value) return value;
  // eslint-disable-next-line no-control-regex -- these cannot stand between single quotes
  const isSpecial = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/.test(value);
  return isSpecial || like === 'QUOTE_DOUBLE' ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
}

type ReadBack = { readonly isCollection: true } | { readonly isCollection: false; readonly scalar: unknown };

/** What YAML makes of a value on one line; undefined when it does not take it as one value. */
function readBack(value: string, isInFlow: boolean): ReadBack | undefined {
  if (value.trim() === '' || /[\n\r]/.test(value)) return undefined;
  const document = parseDocument(isInFlow ? `{ k: ${value} }` : `k: ${value}`, { prettyErrors: false });
  const { contents, errors, warnings } = document;
  if (errors.length + warnings.length > 0 || !isMap(contents) || contents.items.length !== 1) return undefined;
  const node = contents.items[0]?.value;
  // A comment would be taken for one, and an anchor or a tag for that.
  if (/(^|\s)#/.test(value) || /^\s*[&*!]/.test(value)) return undefined;
  if (isCollection(node)) return node.flow === true ? { isCollection: true } : undefined;
  return isScalar(node) && node.type === 'PLAIN' ? { isCollection: false, scalar: node.value } : undefined;
}
