import type { Scenario } from '../../scenario/scenario.js';

/**
 * Seconds from the last restore test to the start of the period, of every surface whose restore test is known by its day.
 * Of one that is tested at an interval and has no day, the interval: it may have been that long ago.
 */
export function restoreTestAges({ surfaces, period }: Scenario): ReadonlyMap<string, number> {
  const ages = new Map<string, number>();
  for (const { name, copies } of surfaces) {
    for (const { protection } of copies) {
      const test = protection.kind === 'backup' ? protection.silentlyUnrestorable?.test : undefined;
      if (test === undefined) continue;
      const { last, every } = test;
      const age = last === undefined ? (every ?? Infinity) : Math.max(0, period.from - last);
      ages.set(name, Math.max(age, ages.get(name) ?? 0));
    }
  }
  return ages;
}
