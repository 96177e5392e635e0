import type { Scenario } from '../scenario/scenario.js';
import type { SettingDifference } from './comparison.js';
import type { Summary } from './summary.js';

/** What is around a deployment and its recovery, and should be the same when two of them are compared. */
export interface Setting extends Pick<Scenario, 'period' | 'timezone'> {
  readonly incidentKinds: Summary['incidentKinds'];
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
  return [...differences, ...incidentDifferences(baseline.incidentKinds, variant.incidentKinds)];
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
