import type { FormField, FormTree } from './form-tree.js';

/** The fields that have all the words, in their path, their help or their value, and how many they are. */
export function searched(
  tree: FormTree,
  words: string,
  most: number,
): { readonly found: readonly FormField[]; readonly count: number } {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: FormField[] = [];
  let count = 0;
  for (const field of tree.fieldsOf(tree.top)) {
    const { path, help, written, besides } = field;
    const text = `${path} ${help} ${written} ${besides.source ?? ''} ${besides.note ?? ''}`.toLowerCase();
    if (!wanted.every((word) => text.includes(word))) continue;
    count += 1;
    if (found.length < most) found.push(field);
  }
  return { found, count };
}
