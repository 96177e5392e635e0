import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Texts } from '../../../src/explorer/engine/protocol.js';

/** The shipped scenarios by their names, as the page brings them along. */
export function shippedTexts(): Texts {
  const names = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('drills/'));
  return Object.fromEntries(
    names.map((name) => [name.replace(/\.yaml$/, ''), readFileSync(join('scenarios', name), 'utf8')]),
  );
}
