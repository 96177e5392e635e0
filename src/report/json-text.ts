/**
 * A document as JSON, indented, ended by a newline, its keys in the order in which they were set.
 *
 * @throws RangeError when it holds a number that JSON cannot carry, which `JSON.stringify` would turn into null
 *   without a word.
 */
export function jsonText(document: object): string {
  const text = JSON.stringify(
    document,
    (key, value: unknown) => {
      if (typeof value === 'number' && !Number.isFinite(value)) {
        throw new RangeError(`jsonText: ${key} must be a finite number, is ${value}`);
      }
      return value;
    },
    2,
  );
  return `${text}\n`;
}
