import { readFileSync } from 'node:fs';

/** The rows of a plain CSV file (no quoted field), by column name. */
export function readOracleTable(file: URL): readonly Readonly<Record<string, string>>[] {
  const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== names.length) throw new Error(`${file.pathname}: "${line}" needs ${names.length} cells`);
    return Object.fromEntries(names.map((name, column) => [name, cells[column]]));
  });
}
