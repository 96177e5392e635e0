import { describe, expect, test } from 'vitest';
import { readToolFiles, type ReadTools } from '../../../../src/evidence/tools/read-tool-files.js';
import { formatProblem } from '../../../../src/scenario/format-problem.js';
import { toolFixture } from '../../../support/tool-fixtures.js';

function read(text: string, options: Partial<Parameters<typeof readToolFiles>[1]> = {}): ReadTools {
  return readToolFiles([{ file: 'f', text }], { timezone: 'UTC', ...options });
}

const PGBACKREST = toolFixture('real-pgbackrest-2.45-info-021.json');
const PRETTY = JSON.stringify(JSON.parse(PGBACKREST), null, 1);

/** What is wrong, where, what is expected there, and the mend. */
const BAD: readonly (readonly [title: string, text: string, place: string, expected: string, mend: string])[] = [
  ['nothing at all', ' \n', 'f:1:1', 'the output of a backup tool', 'wrote its output'],
  [
    'JSON that was cut off',
    '[{"name": "main",\n "backup": [{"label": "x',
    'f:2:25',
    'the end of a text in quotation marks',
    'cut off',
  ],
  ['JSON that was cut off between values', '[{"name": "main",\n', 'f:2:1', 'a key in quotation marks', 'cut off'],
  ['JSON with a word in it', '{"a": nul}', 'f:1:7', 'a value, found "nul"', 'again'],
  ['JSON with a comma too many', '[1,\n 2,]', 'f:2:4', 'a value, found "]"', 'again'],
  [
    'JSON with something after it',
    '[]\nP00 INFO: done',
    'f:2:1',
    'the end of the file',
    'without what it prints beside',
  ],
  ['YAML with a mistake', 'apiVersion: v1\nitems: [a, b\nkind: List\n', 'f:', 'YAML', ''],
  ['YAML of a hostile depth', `apiVersion: v1\nitems: ${'['.repeat(200)}`, 'f:1:1', 'YAML of a usual depth', 'kubectl'],
  [
    'text for people',
    'stanza: main\n    status: ok\n',
    'f:1:1',
    'what it prints for people',
    'pgbackrest info --output=json',
  ],
  ['another table', 'a,b\n1,2\n', 'f:1:1', 'the output of a tool that is known here', 'pgbackrest, barman'],
  ['other JSON', '{"a": 1}', 'f:1:1', 'the output of a tool that is known here', 'pgbackrest, barman'],
  [
    'samples without their instant',
    'archived_count,last_archived_time\n1,2026-01-01T00:00:00Z\n',
    'f:1:1',
    'a column "sampled_at"',
    'now() AS sampled_at',
  ],
  [
    'a quotation mark that is not closed',
    'sampled_at,last_archived_time\n"2026-01-01T00:00:00Z,x\n',
    'f:',
    'comma-separated values',
    'quotation mark',
  ],
  [
    'a missing key',
    PRETTY.replace('"stop": 1795424050', '"halt": 1795424050'),
    'f:44:18',
    'the key "stop": a number, found none',
    'pgbackrest info',
  ],
  [
    'a key of another kind',
    PRETTY.replace('"type": "full"', '"type": "huge"'),
    'f:48:13',
    '"full" or "diff" or "incr"',
    'pgbackrest info',
  ],
  [
    'an instant that is none',
    toolFixture('restic-snapshots.json').replace(/"backup_end": "[^"]+"/, '"backup_end": "noon"'),
    'f:12:21',
    'a date with its time',
    '',
  ],
];

describe('A file that cannot be read is told with its place and its mend', () => {
  test.each(BAD)('%s', (_, text, place, expected, mend) => {
    const result = read(text);
    const told =
      result.kind === 'problems' ? result.problems.map(formatProblem).join('\n').replaceAll(/\s+/g, ' ') : '';
    expect(told).toContain(place);
    expect(told).toContain(expected);
    expect(told).toContain(mend);
  });

  test('a file of another tool than --from says', () => {
    const result = read(PGBACKREST, { from: 'restic' });
    const told = result.kind === 'problems' ? result.problems.map(formatProblem).join('\n') : '';
    expect(told).toContain('restic snapshots --json');
    expect(told).toContain('leave --from out');
  });

  test('a hundred thousand brackets, in no time', () => {
    const [open, close] = ['['.repeat(100_000), ']'.repeat(100_000)];
    expect(read(open).kind).toBe('problems');
    expect(read(open + close).kind).toBe('problems');
  });
});

describe('What had to be assumed is a remark', () => {
  test('times without a time zone', () => {
    const text = 'sampled_at,last_archived_time\n2026-07-01 12:00:00,2026-07-01 11:59:00\n';
    const result = read(text, { timezone: 'Europe/Brussels' });
    expect(result.kind === 'logs' && result.remarks).toEqual([
      { file: 'f', text: 'Times without a time zone are read in Europe/Brussels; --timezone says another.', times: 2 },
    ]);
    expect(result.kind === 'logs' && result.logs[0].archive.samples[0].at).toBe(Date.UTC(2026, 6, 1, 10) / 1000);
  });

  test('rows without an instant, a phase that is not known, a list that goes on', () => {
    const remarks = (text: string): string => {
      const result = read(text);
      return result.kind === 'logs' ? result.remarks.map((remark) => remark.text).join('\n') : 'problems';
    };
    expect(remarks('sampled_at,last_archived_time\nsoon,2026-07-01T11:59:00Z\n')).toContain('the first on line 2');
    expect(remarks(toolFixture('velero.yaml').replace('phase: Completed', 'phase: Napping'))).toContain('"Napping"');
    const jobs = JSON.parse(toolFixture('aws-list-backup-jobs.json')) as object;
    expect(remarks(JSON.stringify({ ...jobs, NextToken: 'x' }))).toContain('The list goes on');
  });
});
