/** One name alone, several as a list, none not at all. */
export function oneOrList(names: readonly string[]): string | readonly string[] | undefined {
  return names.length === 1 ? names[0] : names.length === 0 ? undefined : names;
}

/** What a value is written as, when there is one. */
export function optional<Value, Written>(
  value: Value | undefined,
  write: (value: Value) => Written,
): Written | undefined {
  return value === undefined ? undefined : write(value);
}
