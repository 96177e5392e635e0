import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * The committed bytes of a golden file. With UPDATE_GOLDEN=1 in the environment the found bytes are written first,
 * for a person to look at before they are committed.
 */
export function goldenText(file: URL, found: string): string {
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, found);
  if (!existsSync(file)) throw new Error(`${file.pathname} is missing: run the test once with UPDATE_GOLDEN=1`);
  return readFileSync(file, 'utf8');
}
