import * as z from 'zod';
import { DEFAULT_PERIOD, DEFAULT_TIMEZONE } from '../defaults.js';
import { costsShape } from './costs-shape.js';
import { decisionShape, incidentShape, siteShape } from './disaster-shape.js';
import { mergeable } from './keyed.js';
import { linkShape, roleShape } from './people-shape.js';
import { named, someReferencesShape, timezoneShape } from './plain-values.js';
import { dateShape, sourced, textShape } from './provenance-keys.js';
import { QUANTILE_KEY } from './quantile-key.js';
import { durationRangeShape } from './range-shape.js';
import { readinessShape } from './readiness-shape.js';
import { stepShape } from './runbook-shape.js';
import { sourcedDurationShape } from './sourced-values.js';
import { surfaceShape } from './surface-shape.js';

const rangeShape = sourced(durationRangeShape, 'planning-range');

const planningShape = mergeable({
  rto: rangeShape.optional(),
  rpo: rangeShape.optional(),
  rtt: rangeShape.optional(),
});

const limitsShape = z.record(z.string().regex(new RegExp(QUANTILE_KEY)), sourcedDurationShape).meta({ id: 'limits' });

const objectivesShape = mergeable({
  rto: limitsShape.optional(),
  rpo: limitsShape.optional(),
  rtt: limitsShape.optional(),
});

/** A whole file, after everything that it extends has been merged into it. */
export const scenarioShape = mergeable({
  drillcast: z.literal(1).optional().meta({ description: 'version of this language' }),
  extends: textShape.optional().meta({
    description: 'the file or pattern that this one builds on',
    examples: ['patterns/hot-cold', './base.yaml'],
  }),
  name: textShape.meta({ description: 'what the reports call this scenario' }),
  timezone: timezoneShape
    .default(DEFAULT_TIMEZONE)
    .meta({ description: 'time zone of schedules and hours; UTC, when absent' }),
  period: mergeable({ from: dateShape, to: dateShape })
    .default(DEFAULT_PERIOD)
    .meta({ description: 'the incident strikes at any instant of it: from the first day, until before the last' }),
  planning: planningShape.default({}).meta({ description: 'published ranges, to be proven by drills' }),
  objectives: objectivesShape.default({}).meta({ description: 'limits that this deployment promises itself' }),
  people: named(roleShape).default({}).meta({ description: 'roles, by name' }),
  links: named(linkShape).default({}).meta({ description: 'shared bandwidth, by name' }),
  sites: named(siteShape)
    .default({})
    .meta({ description: 'failure domains that things live in (zones, regions, accounts), by name' }),
  surfaces: named(surfaceShape).default({}).meta({ description: 'what must be recovered, by name' }),
  incidents: named(incidentShape).default({}).meta({ description: 'the kinds of disaster, by name' }),
  'asks-about': someReferencesShape.optional().meta({
    description: 'the kinds of disaster that strike, where others are known to the runbook; all, when absent',
  }),
  decisions: named(decisionShape).default({}).meta({ description: 'what people decide during a recovery, by name' }),
  runbook: named(stepShape).default({}).meta({ description: 'the steps of the recovery, by name' }),
  costs: costsShape.optional().meta({ description: 'what downtime, lost data, people, storage and standby cost' }),
  readiness: named(readinessShape)
    .default({})
    .meta({ description: 'what the plan must have before anybody relies on it, by name' }),
  milestones: named(someReferencesShape).default({}).meta({
    description:
      'instants of the recovery, each the end of the last of its steps; service-reopened and incident-closed are required',
  }),
});

/** What a file says, in base units, before names are resolved. */
export type ScenarioDraft = z.output<typeof scenarioShape>;
