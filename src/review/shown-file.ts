/**
 * The name of a file as others may see it: a path from here as it was given, of one from the root of a machine only its
 * last part.
 */
export function shownFile(file: string): string {
  const isAbsolute = file.startsWith('/') || /^[a-zA-Z]:[\\/]/.test(file) || file.startsWith('\\\\');
  return isAbsolute ? file.replace(/^.*[\\/]/, '') : file;
}
