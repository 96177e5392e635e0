import { Cron } from 'croner';
import { describe, expect, it } from 'vitest';
import { UnplayableError } from '../../../src/plan/unplayable-error.js';
import { cronTimes } from '../../../src/plan/cron-times.js';

const at = (text: string): number => Date.parse(`${text}Z`) / 1000;
const year = { from: at('2026-01-01T00:00'), to: at('2027-01-01T00:00') };

/** What the cron library says when it is asked run by run, zone and all. */
function askedOneByOne(expression: string, timezone: string): number[] {
  const cron = new Cron(expression, { timezone });
  const times: number[] = [];
  let run = cron.nextRun(new Date((year.from - 1) * 1000));
  for (; run !== null && run.getTime() / 1000 <= year.to; run = cron.nextRun(run)) times.push(run.getTime() / 1000);
  return times;
}

describe('cronTimes', () => {
  const expressions = [
    '0 1 * * *',
    '30 2 * * *',
    '15 3 * * 0',
    '0 */6 * * *',
    '5,35 1-3,22 * * *',
    '59 23 * * *',
    '0 0 1 * *',
    '0 4 L * *',
    '45 1-3 * * 7',
  ];
  const zones = [
    'UTC',
    'Europe/Brussels',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'America/Santiago',
  ];

  for (const timezone of zones) {
    it.each(expressions)(
      `runs "%s" in ${timezone} when the cron library says, changes of the clocks included`,
      (expression) => {
        expect([...cronTimes({ expression, timezone }, year)]).toEqual(askedOneByOne(expression, timezone));
      },
    );
  }

  // Worked by hand: in Brussels the clock goes from 02:00 to 03:00 at 01:00Z, and in autumn from 03:00 back to 02:00.
  it.each([
    { expression: '30 2 * * *', skipped: ['01:00'], repeated: ['00:30'] },
    { expression: '*/20 2 * * *', skipped: [], repeated: ['00:00', '00:20', '00:40', '01:00', '01:20', '01:40'] },
    { expression: '0,30 2 * * *', skipped: [], repeated: ['00:00', '00:30', '01:00', '01:30'] },
    { expression: '30 1-3 * * *', skipped: ['00:30', '01:30'], repeated: ['23:30', '00:30', '01:30', '02:30'] },
  ])('runs "$expression" around a change of the clocks as the reference says', ({ expression, skipped, repeated }) => {
    const runs = (from: string, to: string) =>
      Array.from(cronTimes({ expression, timezone: 'Europe/Brussels' }, { from: at(from), to: at(to) }), (run) =>
        new Date(run * 1000).toISOString().slice(11, 16),
      );
    expect(runs('2026-03-28T23:00', '2026-03-29T04:00')).toEqual(skipped);
    expect(runs('2026-10-24T23:00', '2026-10-25T04:00')).toEqual(repeated);
  });

  it('includes both ends', () => {
    const span = { from: at('2026-05-01T00:00'), to: at('2026-05-03T00:00') };
    expect(cronTimes({ expression: '0 0 * * *', timezone: 'UTC' }, span)).toHaveLength(3);
  });

  it('refuses a schedule that would not fit into memory', () => {
    const span = { from: at('2026-01-01T00:00'), to: at('2029-01-01T00:00') };
    expect(() => cronTimes({ expression: '* * * * *', timezone: 'UTC' }, span)).toThrow(
      new UnplayableError('Schedule "* * * * *": runs more than 1000000 times; write "every …"'),
    );
  });
});
