import type { Scenario } from '../scenario/scenario.js';
import type { Incident } from '../scenario/disaster.js';
import type { SettingDifference } from './comparison.js';
import type { Summary } from './summary.js';

/** What is around a deployment and its recovery, and should be the same when two of them are compared. */
export interface Setting extends Pick<Scenario, 'period' | 'timezone'> {
  readonly incidentKinds: Summary['incidentKinds'];
  /** The kinds that strike. */
  readonly incidents: readonly Incident[];
  /** The names of the steps of its runbook. */
  readonly steps: readonly string[];
}

/**
 * What is not the same around two scenarios. With another period incidents of one number strike at other instants; with
 * another time zone or other incidents the scenarios answer to different questions. Empty when all is the same.
 */
export function settingDifferences(baseline: Setting, variant: Setting): readonly SettingDifference[] {
  const differences: SettingDifference[] = [];
  if (baseline.period.from !== variant.period.from || baseline.period.to !== variant.period.to) {
    differences.push({ kind: 'period', baseline: baseline.period, variant: variant.period });
  }
  if (baseline.timezone !== variant.timezone) {
    differences.push({ kind: 'timezone', baseline: baseline.timezone, variant: variant.timezone });
  }
  return [
    ...differences,
    ...incidentDifferences(baseline.incidentKinds, variant.incidentKinds),
    ...effectDifferences(baseline, variant),
  ];
}

/** Keys of the language by those of an incident; how often it strikes is told for itself. */
const EFFECT_KEYS: Readonly<Record<Exclude<keyof Incident, 'name' | 'frequency'>, string>> = {
  rush: 'rush',
  destroys: 'destroys',
  cutsOff: 'cuts-off',
  corrupts: 'corrupts',
  deletes: 'deletes',
  latency: 'latency',
  isOnsetKnown: 'onset',
  attack: 'attacks-copies',
  providerReturns: 'provider-returns-after',
  delays: 'delays',
  setsOff: 'sets-off',
};

function effectDifferences(baseline: Setting, variant: Setting): readonly SettingDifference[] {
  // A delay of a step that only one of them has is no difference between the incidents, but between the recoveries.
  const onCommonSteps = (incident: Incident): Incident => ({
    ...incident,
    delays: incident.delays.filter(({ step }) => [baseline, variant].every(({ steps }) => steps.includes(step))),
  });
  return baseline.incidents.map(onCommonSteps).flatMap((one): readonly SettingDifference[] => {
    const found = variant.incidents.find(({ name }) => name === one.name);
    if (found === undefined) return [];
    const other = onCommonSteps(found);
    const keys = (Object.keys(EFFECT_KEYS) as (keyof typeof EFFECT_KEYS)[]).filter(
      (key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]),
    );
    if (keys.length === 0) return [];
    return [{ kind: 'incident-effect', name: one.name, keys: keys.map((key) => EFFECT_KEYS[key]) }];
  });
}

function kindOf(kinds: Setting['incidentKinds'], name: string): { perYear: number | null; share: number } | null {
  if (!Object.hasOwn(kinds, name)) return null;
  const { perYear, share } = kinds[name];
  return { perYear, share };
}

function incidentDifferences(
  baseline: Setting['incidentKinds'],
  variant: Setting['incidentKinds'],
): readonly SettingDifference[] {
  const names = new Set([...Object.keys(baseline), ...Object.keys(variant)]);
  return [...names].flatMap((name): readonly SettingDifference[] => {
    const first = kindOf(baseline, name);
    const second = kindOf(variant, name);
    if (first !== null && second !== null && first.perYear === second.perYear) return [];
    return [{ kind: 'incident', name, baseline: first, variant: second }];
  });
}
