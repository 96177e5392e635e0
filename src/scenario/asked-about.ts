import type { Incident } from './disaster.js';
import type { Scenario } from './scenario.js';

/** The kinds of disaster that strike in a run of the scenario, in the order of their names: all, unless it asks about some. */
export function askedAbout({ incidents, asksAbout }: Pick<Scenario, 'incidents' | 'asksAbout'>): readonly Incident[] {
  return incidents.filter(({ name }) => asksAbout?.includes(name) ?? true);
}
