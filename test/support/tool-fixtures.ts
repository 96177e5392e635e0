import { readFileSync } from 'node:fs';
import type { BackupLog } from '../../src/evidence/tools/backup-log.js';
import { readToolFiles, type ToolFileOptions } from '../../src/evidence/tools/read-tool-files.js';
import { formatProblem } from '../../src/scenario/format-problem.js';

/** The text of a fixture; those that begin with `real-` were printed by the tools themselves. */
export function toolFixture(name: string): string {
  return readFileSync(`test/unit/evidence/tools/fixtures/${name}`, 'utf8');
}

/** The logs of fixtures, which must be read without problems. */
export function readFixtures(names: readonly string[], options: Partial<ToolFileOptions> = {}): readonly BackupLog[] {
  const sources = names.map((file) => ({ file, text: toolFixture(file) }));
  const read = readToolFiles(sources, { timezone: 'UTC', ...options });
  if (read.kind === 'problems') throw new Error(read.problems.map(formatProblem).join('\n'));
  return read.logs;
}

/** The only log of fixtures. */
export function readFixture(...names: readonly string[]): BackupLog {
  const logs = readFixtures(names);
  if (logs.length !== 1) throw new Error(`${names.join(', ')}: ${String(logs.length)} logs`);
  return logs[0];
}
