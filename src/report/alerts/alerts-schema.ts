import type { Alert, AlertsReport, GuardedObjective, PlayedShare } from '../../study/alerts/alerts-report.js';
import { defined, exactly, type JsonSchema } from '../json-schema.js';

const SECONDS: JsonSchema = { type: 'number' };
const POSITIVE: JsonSchema = { type: 'number', minimum: 0 };
const shareOrNull = (description: string): JsonSchema => ({ description, oneOf: [defined('share'), { type: 'null' }] });
const named = (description: string): JsonSchema => ({ description, type: 'string' });

const alert = exactly<Alert>({
  surface: named('The surface.'),
  copy: named('The copy, as the file calls it.'),
  signal: {
    description: 'What is watched; ages count from the end of the newest good run.',
    enum: ['backup-age', 'copy-age', 'log-archive-age', 'replica-lag', 'restore-test-age'],
  },
  threshold: { ...POSITIVE, description: 'The alert fires above it.' },
  boundBy: {
    description:
      'objective: there is time to mend; healthy: the threshold lies above what the signal is while nothing is wrong, ' +
      'which leaves less time; hopeless: the copy by itself does not keep the objective.',
    enum: ['objective', 'healthy', 'hopeless'],
  },
  limit: { ...SECONDS, description: 'Up to it the objective is kept.' },
  limitBy: { enum: ['rpo', 'log-keep', 'log-replay', 'silently-unrestorable'] },
  mends: { ...POSITIVE, description: 'From the alert until there is a good copy again.' },
  latest: {
    ...SECONDS,
    description: 'The limit, less mending and hold; below 0 when no threshold keeps the objective.',
  },
  healthy: {
    description: 'Exceeded for a thousandth of the time in which nothing is wrong; null when something always is.',
    type: ['number', 'null'],
  },
  falseAlarms: shareOrNull('Above the threshold, of the instants at which nothing is wrong.'),
  hurt: defined(
    'share',
    'Incidents that lost more than the objective allows by something that had gone wrong unnoticed.',
  ),
  inTime: shareOrNull('Of those: the alert fired early enough to mend it.'),
  fired: shareOrNull('Of those: the alert fired at all.'),
  warning: {
    description: 'How long before the strike it fired, over the incidents that were hurt; null when it never did.',
    oneOf: [exactly<NonNullable<Alert['warning']>>({ p5: POSITIVE, p50: POSITIVE }), { type: 'null' }],
  },
  step: { description: 'The step of the runbook that brings the surface back.', type: ['string', 'null'] },
});

const document = exactly<AlertsReport>({
  format: {
    description: 'Name and version of this format; it changes when a key is renamed, removed or changes its meaning.',
    const: 'drillcast-alerts/1',
  },
  tool: exactly<AlertsReport['tool']>({ name: { const: 'drillcast' }, version: { type: 'string', minLength: 1 } }),
  scenario: exactly<AlertsReport['scenario']>({
    name: named('Its name, as the file gives it. Text by others: escape it before showing it.'),
    file: named('The file, as it was named on the command line.'),
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  }),
  seed: { type: 'integer', minimum: 0 },
  incidents: { type: 'integer', minimum: 1 },
  unit: { const: 'seconds' },
  confidence: { description: 'Level of every interval.', type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  objective: exactly<GuardedObjective>(
    { quantile: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }, limit: POSITIVE },
    'The objective on RPO that is guarded.',
  ),
  mendWithin: { ...POSITIVE, description: 'From the alert until people have mended what had stopped.' },
  hold: { ...POSITIVE, description: 'For so long a signal is above its threshold before the alert fires.' },
  dataLossPrice: {
    description: 'Null when the scenario has no prices.',
    oneOf: [
      exactly<NonNullable<AlertsReport['dataLossPrice']>>({ currency: { type: 'string' }, perHour: POSITIVE }),
      { type: 'null' },
    ],
  },
  alerts: { type: 'array', items: defined('alert') },
});

/** The JSON Schema (draft 2020-12) of the answer of `alerts --json`; `schema/alerts.json` is its copy. */
export function alertsSchema(): JsonSchema {
  const count = { type: 'integer', minimum: 0 };
  const share = { type: 'number', minimum: 0, maximum: 1 };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Drillcast alerts',
    description: 'The answer of `drillcast alerts --json`: thresholds, and why. Every duration is in seconds.',
    ...document,
    $defs: { alert, share: exactly<PlayedShare>({ count, of: count, share, low: share, high: share }) },
  };
}
