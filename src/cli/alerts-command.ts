import type { Argv } from 'yargs';
import { alertKey } from '../report/alerts/alert-key.js';
import { METRIC_SOURCES, type MetricsMapping } from '../report/alerts/alert-metrics.js';
import { renderAlertsText } from '../report/alerts/render-alerts-text.js';
import { renderPrometheusRules } from '../report/alerts/render-prometheus-rules.js';
import { jsonText } from '../report/json-text.js';
import { nearestName } from '../scenario/nearest-name.js';
import type { AlertsReport } from '../study/alerts/alerts-report.js';
import { watchPlan } from '../study/alerts/watch-plan.js';
import { CONFIDENCE } from '../study/summarise.js';
import { limitText } from '../units/duration-text.js';
import { parseDuration } from '../units/parse-duration.js';
import { HOUR, MINUTE } from '../units/quantity.js';
import { VERSION } from '../version.js';
import { scenarioOption } from './answer-options.js';
import { jsonOption } from './answer-output.js';
import type { Command } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { lastGiven } from './last-given.js';
import { wholeNumber } from './number-option.js';
import { compileFile } from './played-study.js';
import { Refusal } from './refusal.js';
import { requireTargets } from './require-targets.js';
import { sha256Of } from './scenario-file.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

interface AlertsOptions {
  readonly scenario: string;
  readonly json: string | undefined;
  readonly prometheus: string | undefined;
  readonly metrics: readonly string[];
  readonly incidents: string;
  readonly seed: string;
  readonly 'mend-within': string;
}

/** Enough for breakages that one incident in a thousand meets. */
const USUAL_INCIDENTS = '100000';
/** The signals of every one are kept. */
const MOST_INCIDENTS = 10_000_000;
const USUAL_MENDING = '1h';
/** Long enough for a scrape or two to be missed, short beside any objective. */
const HOLD = 5 * MINUTE;

/** `drillcast alerts`: thresholds that follow from the objectives, and rules for Prometheus. */
export const alertsCommand: Command<AlertsOptions> = {
  usage: 'alerts <scenario>',
  summary: 'Say when to be alerted so that the objectives are kept; write rules for Prometheus',
  options: alertsOptions,
  run: alerts,
};

function alertsOptions(parser: Argv): Argv<AlertsOptions> {
  const text = { type: 'string', requiresArg: true, coerce: lastGiven<string> } as const;
  return jsonOption(scenarioOption(parser))
    .parserConfiguration({ 'duplicate-arguments-array': true })
    .option('prometheus', {
      type: 'string',
      coerce: lastGiven<string | undefined>,
      describe: 'Write alerting rules for Prometheus to this file; without one to standard output, instead of the text',
    })
    .option('metrics', {
      type: 'string',
      array: true,
      nargs: 1,
      default: [] as string[],
      defaultDescription: 'none',
      describe: `Where metrics come from, as "postgresql=cloudnative-pg" (${METRIC_SOURCES.join(', ')}) or "ALERT=EXPRESSION"; may be given several times`,
    })
    .option('mend-within', {
      ...text,
      default: USUAL_MENDING,
      describe: 'How long people take from an alert until what had stopped works again',
    })
    .option('incidents', { ...text, default: USUAL_INCIDENTS, describe: 'How many incidents to play' })
    .option('seed', { ...text, default: '1', describe: 'The same seed gives the same numbers' });
}

function alerts(options: AlertsOptions, world: World): ExitCode {
  const { json } = options;
  // Given without a file it is an empty text.
  const prometheus = options.prometheus === '' ? '-' : options.prometheus;
  if (json === '-' && prometheus === '-') {
    throw new Refusal('--json and --prometheus: only one can go to standard output');
  }
  requireTargets(json, [], world);
  requireTargets(prometheus, [], world);
  const mapping = readMapping(options.metrics);
  const report = watchFile(options, world);
  requireKnown(mapping, report);
  const asked = askedWords(options);
  const rules = (): string => renderPrometheusRules(report, mapping, asked);
  // The answer comes first, so that it is not lost when a disk fills up under the files.
  if (json === '-') world.stdout.write(jsonText(report));
  else if (prometheus === '-') world.stdout.write(rules());
  else world.stdout.write(renderAlertsText(report, { style: styleFor(world.stdout, world), options: asked }));
  if (json !== undefined && json !== '-') world.files.write(json, jsonText(report));
  if (prometheus !== undefined && prometheus !== '-') world.files.write(prometheus, rules());
  return EXIT.done;
}

/** @throws Refusal when the scenario has problems or no objective on RPO, or an option is out of its bounds. */
function watchFile(options: AlertsOptions, world: World): AlertsReport {
  const incidents = wholeNumber(options.incidents, '--incidents', { from: 1, to: MOST_INCIDENTS });
  const seed = wholeNumber(options.seed, '--seed', { from: 0, to: Number.MAX_SAFE_INTEGER });
  const mendWithin = mendingTime(options['mend-within']);
  const { scenario, plan } = compileFile(options.scenario, world);
  const report = watchPlan(scenario, plan, {
    tool: { name: 'drillcast', version: VERSION },
    origin: { file: options.scenario, sha256: sha256Of(scenario) },
    seed,
    incidents,
    confidence: CONFIDENCE,
    mendWithin,
    hold: HOLD,
  });
  if (report !== undefined) return report;
  throw new Refusal(
    `${options.scenario}: there is no objective on RPO, so no threshold follows from anything`,
    'write "objectives: { rpo: { p95: 4h } }" into the file',
  );
}

/** @throws Refusal when it is no duration. */
function mendingTime(text: string): number {
  const parsed = parseDuration(text);
  if (parsed.kind === 'read') return parsed.value;
  throw new Refusal(`--mend-within: expected a duration, found ${text}`, `write --mend-within ${limitText(HOUR)}`);
}

/** @throws Refusal when one of them is no name and source. */
function readMapping(given: readonly string[]): MetricsMapping {
  return new Map(
    given.map((text) => {
      const parts = /^([^=\s]+)=(.*\S.*)$/s.exec(text);
      if (parts !== null) return [parts[1], parts[2].trim()] as const;
      throw new Refusal(
        `--metrics: expected NAME=SOURCE or NAME=EXPRESSION, found "${text}"`,
        `write --metrics postgresql=${METRIC_SOURCES[2]}`,
      );
    }),
  );
}

/** @throws Refusal when something is mapped that no alert is about, or to a source that is a slip of the pen. */
function requireKnown(mapping: MetricsMapping, { alerts }: AlertsReport): void {
  const known = new Set(alerts.flatMap((alert) => [alert.surface, alertKey(alert)]));
  for (const [name, source] of mapping) {
    if (!known.has(name)) {
      const nearest = nearestName(name, known);
      throw new Refusal(
        `--metrics: no alert is about "${name}"`,
        nearest === undefined ? `there are ${[...known].join(', ')}` : `did you mean "${nearest}"?`,
      );
    }
    // A metric by itself has no hyphen, and a source has nothing else besides letters.
    if (/^[a-z]+(-[a-z]+)*$/.test(source) && !METRIC_SOURCES.some((each) => each === source)) {
      throw new Refusal(
        `--metrics: expected one of ${METRIC_SOURCES.join(', ')} or an expression; found "${source}"`,
        'an expression that is the name of a metric alone is written as "max(name)"',
      );
    }
  }
}

/** What was asked besides the numbers, as it would be asked again. */
function askedWords(options: AlertsOptions): readonly string[] {
  const mending = options['mend-within'];
  return [
    ...(mending === USUAL_MENDING ? [] : ['--mend-within', mending]),
    ...options.metrics.flatMap((text) => ['--metrics', text]),
  ];
}
