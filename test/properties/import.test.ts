import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueTimes } from '../../src/evidence/tools/infer/due-runs.js';
import { inferLaw } from '../../src/evidence/tools/infer/infer-law.js';
import { inferSchedule } from '../../src/evidence/tools/infer/infer-schedule.js';
import { jsonFault, placeInJson } from '../../src/evidence/tools/text/json-walk.js';
import { readInstant } from '../../src/evidence/tools/text/read-instant.js';
import type { Schedule } from '../../src/scenario/scenario.js';
import { seconds } from '../../src/units/quantity.js';

const DAY = 86_400;
const SEEDED = { seed: 20261126, numRuns: 30, endOnFailure: true };

/** Schedules as people write them, with how long a history shows them. */
const schedules: fc.Arbitrary<readonly [schedule: Schedule, days: number]> = fc
  .record({
    minute: fc.constantFrom(0, 5, 15, 30, 45),
    hour: fc.integer({ min: 0, max: 23 }),
    timezone: fc.constantFrom('UTC', 'Europe/Brussels', 'America/New_York'),
    days: fc.constantFrom('* * *', '* * 0', '* * 1-5', '* * 1,4'),
    period: fc.constantFrom(600, 900, 3600, 4 * 3600, 6 * 3600),
    isCron: fc.boolean(),
  })
  .map(({ minute, hour, timezone, days, period, isCron }) =>
    isCron
      ? [
          { kind: 'cron', expression: `${String(minute)} ${String(hour)} ${days}`, timezone },
          days === '* * 0' ? 120 : 70,
        ]
      : [{ kind: 'every', period: seconds(period) }, (30 * period) / 3600 / 4],
  );

describe('A schedule is found again in its runs', () => {
  // From February on, so that a history of seventy days has a change of the clocks in it.
  const from = Date.UTC(2026, 1, 10) / 1000;

  test('whatever the jitter within four minutes and one run in ten missing, over changes of the clocks', () => {
    fc.assert(
      fc.property(
        schedules,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
        ([schedule, days], luck) => {
          const span = { from, to: from + days * DAY };
          const due = dueTimes(schedule, span)?.times ?? [];
          const jitter = schedule.kind === 'every' ? schedule.period / 20 : 240;
          // The first, the last and most others are there.
          const own = due
            .filter((_, i) => i < 2 || i === due.length - 1 || (luck[(i * 7) % 40] + i * 0.618) % 1 > 0.1)
            .map((time, i) => time + luck[i % 40] * jitter);
          const timezones = [schedule.kind === 'cron' ? schedule.timezone : 'Europe/Brussels', 'UTC'];
          const found = inferSchedule(
            { own, fuller: [], spans: [{ from: own[0], to: own[own.length - 1] + 1 }] },
            timezones,
          );
          expect(found?.explained).toBe(own.length);
          expect(dueTimes(found?.schedule ?? schedule, span)?.times).toEqual(due);
        },
      ),
      SEEDED,
    );
  });
});

describe('A law is found again in its values', () => {
  test('the mean and deviation of the logarithms of evenly spaced quantiles', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.double({ min: 0.05, max: 1.5, noNaN: true }),
        (mu, sigma) => {
          // Logarithms that are normal scores: their mean is mu, their deviation near sigma.
          const scores = [-1.64, -1.04, -0.67, -0.39, -0.13, 0.13, 0.39, 0.67, 1.04, 1.64];
          const law = inferLaw(
            scores.map((score) => Math.exp(mu + sigma * score)),
            'runs',
          )?.value;
          expect(law).toMatchObject({ kind: 'lognormal', mu: expect.closeTo(mu, 8) as number });
          const deviation = Math.sqrt(scores.reduce((sum, score) => sum + score * score, 0) / 9);
          expect(law?.kind === 'lognormal' && law.sigma).toBeCloseTo(sigma * deviation, 8);
        },
      ),
      SEEDED,
    );
  });
});

describe('The walk over JSON', () => {
  test('finds a fault exactly in what engines refuse', () => {
    const texts = fc.oneof(
      fc.json(),
      fc
        .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', '{', ']', ',', '1', 'x', '\\', '\n'))
        .map(([json, at, char]) => {
          const cut = at % (json.length + 1);
          return json.slice(0, cut) + char + json.slice(cut + 1);
        }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let isRead = true;
        try {
          JSON.parse(text);
        } catch {
          isRead = false;
        }
        expect(jsonFault(text) === undefined).toBe(isRead);
      }),
      { seed: 20261126, numRuns: 2000, endOnFailure: true },
    );
  });

  test('finds every value of a list of maps where it stands', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.dictionary(
            fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
            fc.integer(),
          ),
          { minLength: 1 },
        ),
        (list) => {
          const text = JSON.stringify(list, null, 2);
          list.forEach((map, index) =>
            Object.entries(map).forEach(([key, value]) => {
              const { start, end } = placeInJson(text, [index, key]);
              expect(text.slice(start, end)).toBe(String(value === 0 ? 0 : value));
            }),
          );
        },
      ),
      SEEDED,
    );
  });
});

test('An instant reads back from every form in which tools write it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1e9, max: 4e9 }), fc.integer({ min: -14, max: 14 }), (at, offset) => {
      const local = new Date((at + offset * 3600) * 1000).toISOString().slice(0, 19);
      const zone = `${offset < 0 ? '-' : '+'}${String(Math.abs(offset)).padStart(2, '0')}`;
      for (const text of [
        `${local}${zone}:00`,
        `${local.replace('T', ' ')}.000000${zone}`,
        `${local}${zone}00`,
        String(at),
      ]) {
        expect(readInstant(text, 'UTC')).toEqual({ at, isZoned: true });
      }
      expect(readInstant(new Date(at * 1000).toISOString().slice(0, 19), 'UTC')).toEqual({ at, isZoned: false });
    }),
    SEEDED,
  );
});
