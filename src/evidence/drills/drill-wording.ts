import type { Words } from '../../scenario/problem.js';
import { meant } from '../../scenario/wording/phrases.js';
import type { ParsedInstant } from '../../units/parse-instant.js';

/** The catalogue of everything that is said about a drill file, besides what is said of any file. */

export const noDrill = (isEmpty: boolean): Words => ({
  expected: 'a drill, a map of keys and values',
  found: isEmpty ? 'an empty file' : 'something else',
  mend: 'begin with "drill: 1"',
});

export const versionMissing = (): Words => ({
  expected: 'the key "drill": the version of the format',
  found: 'none',
  mend: 'begin the file with "drill: 1"',
});

export const versionUnknown = (): Words => ({
  expected: '1, the version of the format that this program reads',
  mend: 'write "drill: 1", or use a newer Drillcast',
});

export const wantedInstant = (): Words => ({
  expected: 'an instant such as 2026-11-23T08:40:17Z',
  mend: 'write day, time and distance from UTC: 2026-11-23T09:40:17+01:00',
});

/** A text is no instant, for a reason that the mend takes up. */
export function refusedInstant(parsed: Exclude<ParsedInstant, { kind: 'read' }>, text: string): Words {
  switch (parsed.kind) {
    case 'no-zone':
      return {
        expected: 'an instant with its time zone',
        mend: `write "${text}Z" for UTC, or "${text}+01:00" for an hour ahead of it`,
      };
    case 'no-such-time':
      return { expected: 'an instant that exists in the calendar', mend: 'write 2026-11-23T08:40:17Z' };
    case 'not-an-instant':
      return wantedInstant();
    default:
      return parsed satisfies never;
  }
}

export const wantedMeasured = (): Words => ({
  expected: 'a duration, or { at-least: <duration> } where no more is known',
  mend: 'write "45m" or { at-least: 45m }',
});

export const endsBeforeStart = (start: string, end: string): Words => ({
  expected: `an end after the start, ${start}`,
  found: end,
  mend: 'a clock that was set back in between has to be put right by hand',
});

export const attemptsOverlap = (end: string, start: string): Words => ({
  expected: `an attempt that begins when the one before it has ended, ${end}`,
  found: start,
  mend: 'put the attempts in order, or correct the clock of one of them',
});

export const beforeTheBeginning = (began: string, start: string): Words => ({
  expected: `a time after "began", ${began}`,
  found: start,
  mend: 'let "began" be the instant at which the service went away',
});

export const pausedTooLong = (): Words => ({
  expected: 'a pause that is no longer than the attempt',
  mend: 'write only the time that belongs to the exercise and not to the recovery',
});

export const closedBeforeReopened = (): Words => ({
  expected: 'an RTT that is at least the RTO: nothing is closed before the service is back',
  mend: 'exchange the two, if they were mixed up',
});

export const attemptAfterDone = (): Words => ({
  expected: 'no attempt after one that was broken off',
  mend: 'mark the earlier attempt as failed, if the step was tried again',
});

export const noTimes = (): Words => ({
  expected: 'no times: nothing is carried out in a table-top',
  mend: 'call it partial, if steps were carried out',
});

export const tableFault = (message: string): Words => ({
  expected: 'a table of comma-separated values with one line of headings',
  found: `a fault: ${message.replace(/\s+/g, ' ')}`,
});

export const noHeading = (heading: string): Words => ({
  expected: `a column "${heading}"`,
  found: 'none',
  mend: 'the first line names the columns; the page on drills lists them',
});

export const emptyTable = (): Words => ({ expected: 'at least one drill', found: 'a table without rows' });

export const emptyCell = (heading: string): Words => ({ expected: `a value in column "${heading}"`, found: 'nothing' });

export const otherCell = (heading: string, drill: string): Words => ({
  expected: `the same "${heading}" in all rows of drill "${drill}"`,
  mend: 'give it in the first row of the drill, and leave it out in the others',
});

export const headingTwice = (heading: string): Words => ({
  expected: 'each column once',
  found: `"${heading}" again`,
  mend: 'remove one of the two',
});

export const unknownHeading = (heading: string, known: readonly string[]): Words => ({
  expected: `one of the columns ${known.join(', ')}, or rpo.<surface>`,
  ...meant(heading, known),
});

export const cellTooMany = (columns: number): Words => ({
  expected: `at most ${String(columns)} cells, as there are columns`,
  found: 'more',
  mend: 'put a text with a comma in it in quotes',
});
