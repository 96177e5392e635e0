import { parse, stringify } from 'yaml';

/** Bare data on one line, as it can stand in a scenario: `{ lognormal: { p50: 6d, p95: 29d } }`. */
export function bracesText(data: unknown): string {
  return stringify(data, { collectionStyle: 'flow', flowCollectionPadding: true, lineWidth: 0 }).trim();
}

/**
 * What the reader of a scenario is given for a value that is written so: a number, a truth, what stands in braces or brackets, or
 * else the text itself. Braces that YAML cannot read are a text, which the reader then refuses.
 */
export function dataOfText(text: string): unknown {
  if (!/^\s*[[{]|^-?\d+(\.\d+)?$|^(true|false)$/.test(text)) return text;
  try {
    return parse(text) as unknown;
  } catch {
    return text;
  }
}
