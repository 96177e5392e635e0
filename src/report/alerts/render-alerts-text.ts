import type { Alert, AlertsReport, PlayedShare } from '../../study/alerts/alerts-report.js';
import { durationText, limitText } from '../../units/duration-text.js';
import { countText } from '../count-text.js';
import { printable } from '../printable.js';
import { replayCommand } from '../replay-command.js';
import { shareText } from '../share-text.js';
import { plainStyle, type Style } from '../style.js';
import { wrapWords } from '../text-width.js';
import { alertKey } from './alert-key.js';
import { alertSummary, thresholdWords, timelinessWords } from './alert-words.js';

const COLUMNS = 80;

/**
 * The alerts for the terminal: of each the threshold, why it follows, and how often it would have come in time.
 *
 * @param options what the alerts were asked with, for the command at the end.
 * @returns lines, each ended by a newline.
 */
export function renderAlertsText(
  report: AlertsReport,
  { style = plainStyle, options = [] }: { readonly style?: Style; readonly options?: readonly string[] } = {},
): string {
  const { scenario, objective, incidents, alerts, seed, mendWithin, hold, tool } = report;
  const promise = `P${Number((objective.quantile * 100).toFixed(4))} of RPO within ${limitText(objective.limit)}`;
  const intro =
    `They guard the objective ${promise}, leave ${limitText(mendWithin)} to mend what has stopped and hold for ` +
    `${limitText(hold)}; ${countText(incidents)} incidents played.`;
  const lines = [
    ...wrapWords(`Alerts of ${printable(scenario.name)}`, COLUMNS).map((line) => style.bold(line)),
    ...wrapWords(intro, COLUMNS),
    ...alerts.flatMap((alert) => ['', ...alertLines(alert, report, style)]),
    ...(alerts.length === 0 ? ['', 'Nothing ages: no data-bearing surface has a copy that could be watched.'] : []),
    '',
    ...replayCommand({ verb: 'alerts', files: [scenario.file], incidents, seed, options }, COLUMNS),
    style.dim(`drillcast ${tool.version}, scenario sha256 ${scenario.sha256.slice(0, 12)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function alertLines(alert: Alert, report: AlertsReport, style: Style): readonly string[] {
  const { inTime, falseAlarms, boundBy } = alert;
  const mark = boundBy === 'objective' ? style.green : boundBy === 'healthy' ? style.yellow : style.red;
  const noise =
    falseAlarms === null || falseAlarms.count === 0
      ? []
      : [`It is above the threshold in ${shareText(falseAlarms.share)} of the time in which nothing is wrong.`];
  return [
    style.bold(alertKey(alert)),
    `  ${mark(alertSummary(alert))}`,
    ...indented(thresholdWords(alert, report)),
    ...indented(timelinessWords(alert, countText)),
    ...(inTime === null ? [] : indented(`In time: ${intervalText(inTime)}; needed: ${durationText(alert.mends)}.`)),
    ...noise.flatMap(indented),
  ];
}

function intervalText({ share, low, high }: PlayedShare): string {
  return `${shareText(share)} (${shareText(low)} to ${shareText(high)})`;
}

function indented(text: string): readonly string[] {
  return wrapWords(text, COLUMNS - 4).map((line) => `    ${line}`);
}
