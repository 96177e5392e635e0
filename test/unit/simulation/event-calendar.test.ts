import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { EventCalendar } from '../../../src/simulation/event-calendar.js';

function drain(calendar: EventCalendar): [time: number, priority: number, subject: number][] {
  const events: [number, number, number][] = [];
  while (calendar.nextTime < Infinity) {
    events.push([calendar.nextTime, calendar.nextPriority, calendar.take()]);
  }
  return events;
}

describe('EventCalendar', () => {
  it('gives events by time, then priority, then the order in which they were scheduled', () => {
    const calendar = new EventCalendar(1);
    calendar.schedule(2, 0, 10);
    calendar.schedule(1, 1, 11);
    calendar.schedule(1, 0, 12);
    calendar.schedule(1, 0, 13);
    calendar.schedule(1, 1, 14);
    expect(drain(calendar)).toEqual([
      [1, 0, 12],
      [1, 0, 13],
      [1, 1, 11],
      [1, 1, 14],
      [2, 0, 10],
    ]);
  });

  it('agrees with a stable sort of everything that was scheduled', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 }))), (entries) => {
        const calendar = new EventCalendar(2);
        entries.forEach(([time, priority], subject) => calendar.schedule(time, priority, subject));
        const sorted = entries
          .map(([time, priority], subject): [number, number, number] => [time, priority, subject])
          .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(drain(calendar)).toEqual(sorted);
      }),
    );
  });

  it('has nothing left after it was cleared', () => {
    const calendar = new EventCalendar();
    calendar.schedule(1, 0, 1);
    calendar.clear();
    expect(calendar.nextTime).toBe(Infinity);
  });
});
