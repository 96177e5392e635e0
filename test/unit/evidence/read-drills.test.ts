import { describe, expect, it, test } from 'vitest';
import { readDrills } from '../../../src/evidence/drills/read-drill.js';
import type { Drill } from '../../../src/evidence/drills/drill.js';

const DRILL = `drill: 1
kind: full-restore
began: 2026-11-23T08:00:00Z
environment: staging
restored: [database, objects]
ended: timed-out
achieved:
  rto: { at-least: 2h }
  rpo: { database: 3.5s, objects: { at-least: 20s } }
steps:
  detect: { start: 2026-11-23T08:00:00Z, end: 2026-11-23 09:05:00+01:00 }
  restore:
    - { start: 2026-11-23T08:05:00Z, end: 2026-11-23T08:35:00.250Z, outcome: failed, note: bad backup }
    - { start: 2026-11-23T08:36:00Z, end: 2026-11-23T10:00:00Z, outcome: timed-out, paused: 10m }
failures: [the first backup did not restore]
`;

function drillsOf(text: string, file = 'drills/first.yaml'): readonly Drill[] {
  const read = readDrills({ file, text });
  if (read.kind === 'problems') throw new Error(JSON.stringify(read.problems, null, 1));
  return read.drills;
}

function problemsOf(text: string, file = 'drill.yaml'): readonly (readonly [number, number, string, string])[] {
  const read = readDrills({ file, text });
  if (read.kind === 'drills') throw new Error('there is no problem');
  return read.problems.map(({ line, column, path, expected, found }) => [
    line,
    column,
    path,
    `${expected}, found ${found}`,
  ]);
}

describe('a drill file', () => {
  it('is read with its instants in seconds, and what was broken off as at least so long', () => {
    const began = Date.UTC(2026, 10, 23, 8) / 1000;
    expect(drillsOf(DRILL)).toEqual([
      {
        name: 'first',
        kind: 'full-restore',
        began,
        environment: 'staging',
        restored: ['database', 'objects'],
        ended: 'timed-out',
        achieved: {
          rto: { seconds: 7200, isCensored: true },
          rpo: { database: { seconds: 3.5, isCensored: false }, objects: { seconds: 20, isCensored: true } },
        },
        steps: [
          { name: 'detect', attempts: [{ start: began, end: began + 300, outcome: 'done', paused: 0, note: '' }] },
          {
            name: 'restore',
            attempts: [
              { start: began + 300, end: began + 2100.25, outcome: 'failed', paused: 0, note: 'bad backup' },
              { start: began + 2160, end: began + 7200, outcome: 'timed-out', paused: 600, note: '' },
            ],
          },
        ],
        failures: ['the first backup did not restore'],
        note: '',
      },
    ]);
  });

  test.each([
    ['', 1, 1, '', 'a drill, a map of keys and values, found an empty file'],
    ['- 1', 1, 1, '', 'a drill, a map of keys and values, found something else'],
    [DRILL.replace('drill: 1\n', ''), 1, 1, '', 'the key "drill": the version of the format, found none'],
    [DRILL.replace('drill: 1', 'drill: 2'), 1, 8, 'drill', '1, the version of the format that this program reads'],
    [DRILL.replace('full-restore', 'full'), 2, 7, 'kind', '"full-restore", "partial", "table-top" or "real-incident"'],
    [DRILL.replace('08:00:00Z\nenv', '08:00:00\nenv'), 3, 8, 'began', 'an instant with its time zone'],
    [DRILL.replace('11-23T08:00:00Z\nenv', '02-30T08:00:00Z\nenv'), 3, 8, 'began', 'an instant that exists'],
    [DRILL.replace('began: 2026-11-23T08:00:00Z', 'began: yesterday'), 3, 8, 'began', 'an instant such as'],
    [DRILL.replace('environment', 'enviroment'), 4, 1, 'enviroment', 'one of the keys drill, name, kind'],
    [DRILL.replace('3.5s', '3.5'), 9, 20, 'achieved.rpo.database', 'a duration with its unit'],
    [DRILL.replace('09:05', '08:59'), 11, 47, 'steps.detect.end', 'an end after the start, 2026-11-23T08:00:00.000Z'],
    [DRILL.replace('08:36', '08:34'), 14, 16, 'steps.restore[1].start', 'an attempt that begins when the one before'],
    [DRILL.replace('08:05:00Z, ', '07:05:00Z, '), 13, 16, 'steps.restore[0].start', 'a time after "began"'],
    [DRILL.replace('10m', '10h'), 14, 93, 'steps.restore[1].paused', 'a pause that is no longer than the attempt'],
    [DRILL.replace('outcome: failed', 'outcome: cancelled'), 14, 16, 'steps.restore[1].start', 'no attempt after one'],
    [DRILL.replace('full-restore', 'table-top'), 10, 1, 'steps', 'no times: nothing is carried out in a table-top'],
    [`${DRILL}nonsense: [`, 16, 12, '', 'well-formed YAML'],
  ])('with a fault tells its place: %#', (text, line, column, path, words) => {
    const [first] = problemsOf(text);
    expect(first.slice(0, 3)).toEqual([line, column, path]);
    expect(first[3]).toContain(words);
  });

  it('tells all faults at once, in the order of their lines', () => {
    const problems = problemsOf(
      DRILL.replace('staging', 'staging\nkinds: 3').replace('3.5s', '3.5').replace('2h', 'x'),
    );
    expect(problems.map(([line]) => line)).toEqual([5, 9, 10]);
  });

  it('does not take an RTT that is shorter than the RTO', () => {
    const text = DRILL.replace('rto: { at-least: 2h }', 'rto: 2h\n  rtt: 1h');
    expect(problemsOf(text)[0][3]).toContain('an RTT that is at least the RTO');
  });
});

const TABLE = `drill,kind,began,restored,ended,rto_seconds,rpo.database_ms,step,start,end,outcome,paused_seconds,note
a,full-restore,2026-11-23T08:00:00Z,database objects,,17.5,3139,detect,2026-11-23T08:00:00Z,2026-11-23T08:00:05Z,,,
a,,,,,,,restore,2026-11-23T08:00:05Z,2026-11-23T08:00:10Z,failed,,"bad, twice"
b,partial,2026-11-24T08:00:00+01:00,,cancelled,>=20m,,restore,2026-11-24T07:00:00Z,2026-11-24T07:20:00Z,cancelled,60,
a,,,,,,,restore,2026-11-23T08:00:11Z,2026-11-23T08:00:17.5Z,,,
`;

describe('a table of drills', () => {
  it('has a row per attempt, in any order of the drills, and units in its headings or cells', () => {
    const drills = drillsOf(TABLE, 'drills.csv');
    expect(drills.map(({ name, kind, ended }) => [name, kind, ended])).toEqual([
      ['a', 'full-restore', 'completed'],
      ['b', 'partial', 'cancelled'],
    ]);
    expect(drills[0].achieved).toEqual({
      rto: { seconds: 17.5, isCensored: false },
      rpo: { database: { seconds: 3.139, isCensored: false } },
    });
    expect(drills[0].restored).toEqual(['database', 'objects']);
    expect(drills[0].steps[1].attempts.map(({ outcome, note }) => [outcome, note])).toEqual([
      ['failed', 'bad, twice'],
      ['done', ''],
    ]);
    expect(drills[1].achieved.rto).toEqual({ seconds: 1200, isCensored: true });
    expect(drills[1].steps[0].attempts[0]).toMatchObject({ outcome: 'cancelled', paused: 60 });
  });

  test.each([
    ['', 1, 1, 'at least one drill'],
    [TABLE.split('\n')[0], 1, 1, 'at least one drill'],
    [TABLE.replace('began,', 'start_of,'), 1, 1, 'a column "began"'],
    [TABLE.replace('paused_seconds', 'kind'), 1, 84, 'each column once'],
    [TABLE.replace('a,full-restore', 'a,full'), 2, 3, '"full-restore", "partial"'],
    [TABLE.replace('08:00:00Z,database', '08:00:00,database'), 2, 16, 'an instant with its time zone'],
    [TABLE.replace('17.5,', '17.5x,'), 2, 55, 'a duration'],
    [TABLE.replace('08:00:10Z', '08:00:04Z'), 3, 38, 'an end after the start'],
    [TABLE.replace('08:00:11Z', '08:00:09Z'), 5, 17, 'an attempt that begins when the one before'],
    [TABLE.replace(',2026-11-24T07:20:00Z', ','), 4, 84, 'a value in column "end"'],
    [TABLE.replace('b,partial', ',partial'), 4, 1, 'a value in column "drill"'],
    [TABLE.replace('b,partial', 'b,'), 4, 3, 'a value in column "kind"'],
    [TABLE.replace('a,,,', 'a,,2026-11-23T08:00:09Z,'), 3, 4, 'the same "began" in all rows of drill "a"'],
    [`${TABLE}c,"half`, 1, 1, 'a table of comma-separated values'],
    [`${TABLE}a${',x'.repeat(20)}`, 6, 27, 'at most 13 cells'],
  ])('with a fault tells its place: %#', (text, line, column, words) => {
    const [first] = problemsOf(text, 'drills.csv');
    expect(first.slice(0, 2)).toEqual([line, column]);
    expect(first[3]).toContain(words);
  });

  it('with a hundred thousand faulty rows tells a hundred of them', () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => `d${String(row)},full,yesterday`);
    expect(problemsOf(`drill,kind,began\n${rows.join('\n')}`, 'drills.csv')).toHaveLength(100);
  });
});
