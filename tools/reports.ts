/**
 * Remakes `reports/`: for every worked scenario the answer as the terminal shows it, as JSON and as charts, and the document
 * of its review; and one review of two patterns beside each other, with its charts. The same version gives the same bytes,
 * so that a difference in version control is a result that moved.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REVIEWS, reviewWords, RUNS, runWords } from './report-list.js';

/** @throws Error when the command does not end well. */
function drillcast(words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli/main.js', ...words, '--no-color'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${words.join(' ')}: it ended with ${status}\n${stderr}`);
  return stdout;
}

rmSync('reports', { recursive: true, force: true });
for (const name of RUNS) {
  const folder = join('reports', name);
  mkdirSync(folder, { recursive: true });
  const answer = drillcast([...runWords(name), '--json', join(folder, 'result.json'), '--charts', folder]);
  writeFileSync(join(folder, 'answer.txt'), answer);
  console.log(folder);
}
for (const review of REVIEWS) {
  const folder = join('reports', review.name);
  const charts = review.hasCharts ? ['--charts', join(folder, 'charts')] : [];
  drillcast([...reviewWords(review, folder), ...charts]);
  console.log(join(folder, 'review.html'));
}
