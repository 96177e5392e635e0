/**
 * Remakes `reports/`: for every worked scenario the answer as the terminal shows it, as JSON, and as charts. The same
 * version gives the same bytes, so that a difference in version control is a result that moved.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

for (const file of readdirSync('scenarios').filter((name) => name.endsWith('.yaml'))) {
  const folder = join('reports', basename(file, '.yaml'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const parameters = [
    'run',
    `scenarios/${file}`,
    '--incidents',
    '100000',
    '--json',
    join(folder, 'result.json'),
    '--charts',
    folder,
    '--no-color',
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli/main.js', ...parameters], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${file}: drillcast ended with ${status}\n${stderr}`);
  writeFileSync(join(folder, 'answer.txt'), stdout);
  console.log(folder);
}
