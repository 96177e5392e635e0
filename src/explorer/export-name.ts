/** What a file goes by that is taken away from a scenario: its name without folders and without what says its format. */
export function exportName(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
}
