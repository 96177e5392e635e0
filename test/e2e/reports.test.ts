import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REVIEWS, reviewWords, RUNS, runWords } from '../../tools/report-list.js';
import { drillcast, temporaryFolder } from './drillcast.js';

describe('reports/', () => {
  it('holds a folder for each worked scenario and each review, and nothing else', () => {
    const names = new Set([...RUNS, ...REVIEWS.map(({ name }) => name)]);
    expect(readdirSync('reports')).toEqual([...names].sort());
  });

  it.each(RUNS)('holds what Drillcast answers today: %s', (name) => {
    const { code, stdout } = drillcast([...runWords(name), '--json', '-']);
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(`reports/${name}/result.json`, 'utf8'));
  });

  it.each(REVIEWS.map((review) => [review.name, review] as const))(
    'holds the review that Drillcast writes today: %s',
    (name, review) => {
      const folder = temporaryFolder();
      expect(drillcast(reviewWords(review, folder))).toMatchObject({ code: 0, stdout: '' });
      for (const file of ['review.md', 'review.json', 'review.html']) {
        // Not by toBe: of a page that differs nobody wants to read the difference.
        const isSame = readFileSync(join(folder, file), 'utf8') === readFileSync(`reports/${name}/${file}`, 'utf8');
        expect({ file, isSame }).toEqual({ file, isSame: true });
      }
    },
    180_000,
  );
});
