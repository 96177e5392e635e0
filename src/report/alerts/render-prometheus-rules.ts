import { stringify } from 'yaml';
import type { Alert, AlertsReport } from '../../study/alerts/alerts-report.js';
import { limitText } from '../../units/duration-text.js';
import { replayCommand } from '../replay-command.js';
import { alertKey } from './alert-key.js';
import { alertExpression, type MetricsMapping } from './alert-metrics.js';
import { alertSummary, expectedLossWords, thresholdWords } from './alert-words.js';

/** A metric that is gone for so long tells nobody anything, and that is an alert of its own. */
const GONE_FOR = '15m';

/**
 * The alerts as a file of rules for Prometheus: for each alert a rule, and a second one that fires when its metric is
 * not there at all, because an alert on a metric that nobody exports is never heard.
 *
 * Names of surfaces, copies and steps are letters, digits, `-` and `_`, and nothing else of the scenario is in a rule:
 * there is no text of others that a template or an expression could be made of.
 *
 * @param options what the alerts were asked with, for the command in the comment.
 */
export function renderPrometheusRules(
  report: AlertsReport,
  mapping: MetricsMapping,
  options: readonly string[] = [],
): string {
  const { alerts, scenario, incidents, seed } = report;
  const rules = alerts.flatMap((alert) => {
    const expression = alertExpression(alert, alerts, mapping);
    return [ageRule(alert, expression, report), absenceRule(alert, expression)];
  });
  const command = replayCommand({ verb: 'alerts', files: [scenario.file], incidents, seed, options }, 118);
  const head = ['Thresholds follow from the objectives of the scenario; made by:', ...command];
  const document = stringify({ groups: [{ name: 'drillcast', rules }] }, { lineWidth: 0 });
  return `${head.map((line) => `# ${line}`).join('\n')}\n${document}`;
}

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

function ageRule(alert: Alert, expression: string, report: AlertsReport): Rule {
  return {
    alert: ruleName(alert),
    expr: `${expression} > ${Math.floor(alert.threshold)}`,
    for: `${Math.round(report.hold)}s`,
    labels: { severity: alert.signal === 'restore-test-age' ? 'warning' : 'critical', ...labelsOf(alert) },
    annotations: {
      summary: `${alert.surface}: ${alertSummary(alert)}`,
      description: `${thresholdWords(alert, report)} Objective: P${Number((report.objective.quantile * 100).toFixed(4))} of RPO within ${limitText(report.objective.limit)}.`,
      expected_loss: expectedLossWords(alert, report),
      ...(alert.step === null ? {} : { runbook_step: alert.step }),
    },
  };
}

function absenceRule(alert: Alert, expression: string): Rule {
  return {
    alert: `${ruleName(alert)}Unknown`,
    expr: `absent(${expression})`,
    for: GONE_FOR,
    labels: { severity: 'warning', ...labelsOf(alert) },
    annotations: {
      summary: `${alert.surface}: nothing tells the ${alert.signal} of its ${alert.copy}`,
      description: `The metric of ${ruleName(alert)} is not there, so that it could not fire.`,
    },
  };
}

function labelsOf(alert: Alert): Readonly<Record<string, string>> {
  return { surface: alert.surface, copy: alert.copy, drillcast: alertKey(alert) };
}

/** `DrillcastPostgresqlBaseBackupLogArchiveAge`. */
function ruleName({ surface, copy, signal }: Alert): string {
  const words = [surface, copy, signal].flatMap((name) => name.split(/[-_]/));
  return `Drillcast${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
}
