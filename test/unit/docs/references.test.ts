import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TOOL_NAMES } from '../../../src/evidence/tools/tool-name.js';
import { runCommandLine } from '../../../src/cli/command-line.js';
import { compile } from '../../../src/plan/compile.js';
import { METRIC_SOURCES } from '../../../src/report/alerts/alert-metrics.js';
import { renderComparisonCsv } from '../../../src/report/render-comparison-csv.js';
import { renderIncidentsCsv, renderMetricsCsv, renderStepsCsv } from '../../../src/report/render-csv.js';
import { renderTraceJson } from '../../../src/report/render-trace-json.js';
import { quantileRanks } from '../../../src/statistics/quantile-ranks.js';
import { countInputs } from '../../../src/study/count-inputs.js';
import { replicate } from '../../../src/study/replicate.js';
import { summarise } from '../../../src/study/summarise.js';
import { answeredReadiness, standsOn } from '../../../src/study/summarise-readiness.js';
import { summaryContext } from '../../../src/study/summary-context.js';
import { summariseYears } from '../../../src/study/years/summarise-years.js';
import { playYears } from '../../../src/study/years/year-recorder.js';
import { compileYears } from '../../../src/plan/years-plan.js';
import { renderYearsCsv, renderYearsTableCsv } from '../../../src/report/years/render-years-csv.js';
import { QUANTILES } from '../../../src/study/summary.js';
import type { QuantileName } from '../../../src/study/summary.js';
import { traceIncident } from '../../../src/study/trace-incident.js';
import { BIT_UNITS, CALENDAR_UNITS, SIZE_UNITS, TIME_UNITS } from '../../../src/units/unit-table.js';
import { codeWords, markdownPages } from '../../support/markdown.js';
import { memoryWorld } from '../../support/memory-world.js';
import { shippedScenario } from '../../support/plan-of.js';
import { syntheticComparison } from '../../support/synthetic-comparison.js';

const languagePage = readFileSync('docs/reference/scenario-language.md', 'utf8');
const resultPage = readFileSync('docs/reference/result.md', 'utf8');
const commandsPage = readFileSync('docs/reference/commands.md', 'utf8');

describe('The page on the scenario language names', () => {
  const schema: unknown = JSON.parse(readFileSync('schema/scenario.json', 'utf8'));

  test('every key of the schema', () => {
    expect(missingIn(languagePage, propertiesOf(schema))).toEqual([]);
  });

  test('every word that stands for itself', () => {
    expect(missingIn(languagePage, constantsOf(schema))).toEqual([]);
  });

  test('every unit', () => {
    const times = [...TIME_UNITS, ...CALENDAR_UNITS].flatMap(({ names }) => names);
    expect(missingIn(languagePage, [...times, ...SIZE_UNITS.keys(), ...BIT_UNITS.keys()])).toEqual([]);
  });
});

describe('The page on the result names', () => {
  const schema: unknown = JSON.parse(readFileSync('schema/result.json', 'utf8'));
  const scenario = shippedScenario('reference-r1');
  const plan = compile(scenario);
  const outcomes = replicate(plan, { seed: 1, incidents: 100 });
  const origin = { version: '0.0.0', file: 'reference-r1', sha256: '0'.repeat(64) };
  const summary = summarise(outcomes, summaryContext(scenario, origin));

  test('every key and every word of the schema', () => {
    expect(missingIn(resultPage, [...propertiesOf(schema), ...constantsOf(schema)])).toEqual([]);
  });

  test('every column of the tables, quantiles by the example of P95', () => {
    const tables = [renderMetricsCsv(summary), renderStepsCsv(summary), ...renderIncidentsCsv(outcomes)].slice(0, 3);
    const columns = tables
      .flatMap((table) => table.split('\n')[0].split(','))
      .map((column) =>
        column.replace(/^p\d+_(low|high|state)/, 'p95_$1').replace(/^rpo\..+_seconds$/, 'rpo.<surface>_seconds'),
      )
      .filter((column) => !/^p\d+_seconds$/.test(column) || /^p(5|50|95)_/.test(column));
    expect(missingIn(resultPage, columns)).toEqual([]);
  });

  test('how many incidents a quantile takes', () => {
    const row = (name: string) => (new RegExp(`^\\| ${name} +\\|(.*)\\|$`, 'm').exec(resultPage)?.[1] ?? '').split('|');
    const counts = row('incidents').map(Number);
    const names = row('quantile').map((cell) => cell.match(/\bp\d+/g) ?? []) as QuantileName[][];
    expect(names.flat().sort()).toEqual(Object.keys(QUANTILES).sort());
    names.flat().forEach((name) => {
      const count = counts[names.findIndex((cell) => cell.includes(name))];
      const ranks = (incidents: number) =>
        quantileRanks({ count: incidents, probability: QUANTILES[name], confidence: 0.95 });
      expect([name, ranks(count) !== undefined, ranks(count - 1)]).toEqual([name, true, undefined]);
    });
  });

  test('every key of a trace', () => {
    const trace: unknown = JSON.parse(renderTraceJson(traceIncident(plan, { seed: 1, incident: 0 })));
    expect(missingIn(resultPage, keysOf(trace))).toEqual([]);
  });
});

describe('The page on the comparison names', () => {
  const comparisonPage = readFileSync('docs/reference/comparison.md', 'utf8');

  test('every key and every word of the schema that is not of a result', () => {
    const schema: unknown = JSON.parse(readFileSync('schema/comparison.json', 'utf8'));
    const words = [...propertiesOf(schema), ...constantsOf(schema)];
    expect(words).toContain('shifts');
    const ofResult = codeWords(resultPage);
    expect(
      missingIn(
        comparisonPage,
        words.filter((word) => !ofResult.has(word)),
      ),
    ).toEqual([]);
  });

  test('every column and every measure of the table', () => {
    const [header, ...rows] = renderComparisonCsv(syntheticComparison([{}, {}], { incidents: 10 }))
      .trim()
      .split('\n');
    const columns = header.split(',');
    const measures = rows.map((row) => row.split(',')[columns.indexOf('measure')]);
    const named = measures.map((measure) => measure.replace(/^(difference-|shift-|)p\d+$/, '$1p95'));
    expect(named).toContain('difference-p95');
    expect(missingIn(comparisonPage, [...columns, ...named])).toEqual([]);
  });
});

describe('The page on drills names', () => {
  const drillsPage = readFileSync('docs/reference/drills.md', 'utf8');

  test.each(['drill', 'drills', 'score'])('every key and every word of the schema of %s', (name) => {
    const schema: unknown = JSON.parse(readFileSync(`schema/${name}.json`, 'utf8'));
    const words = [...propertiesOf(schema), ...constantsOf(schema)];
    expect(words.length).toBeGreaterThan(15);
    expect(missingIn(drillsPage, words)).toEqual([]);
  });
});

describe('The guide on importing names', () => {
  const guide = readFileSync('docs/guides/import-from-backup-tools.md', 'utf8');

  test('every key and every word of the schema, and every tool', () => {
    const schema: unknown = JSON.parse(readFileSync('schema/import.json', 'utf8'));
    const words = [...propertiesOf(schema), ...constantsOf(schema), ...TOOL_NAMES];
    expect(
      missingIn(
        guide,
        words.filter((word) => word !== 'drillcast'),
      ),
    ).toEqual([]);
  });
});

describe('The page on years names', () => {
  const yearsPage = readFileSync('docs/reference/years.md', 'utf8');
  const scenario = shippedScenario('dalp-hot-cold');
  const outcomes = playYears(compileYears(scenario), { seed: 1, years: 2 });
  const origin = { version: '0.0.0', file: 'dalp-hot-cold', sha256: '0'.repeat(64) };
  const costs = { currency: 'EUR', downtime: 1, dataLoss: 1, people: [], egress: 0, storage: 0, standing: [] };
  const standing = {
    standsOn: standsOn(scenario),
    readiness: answeredReadiness(scenario),
    inputs: countInputs(scenario),
  };
  const summary = summariseYears(outcomes, { origin, name: 'Years', costs, ...standing });

  test('every key and every word of the schema', () => {
    const schema: unknown = JSON.parse(readFileSync('schema/years.json', 'utf8'));
    expect(missingIn(yearsPage, [...propertiesOf(schema), ...constantsOf(schema)])).toEqual([]);
  });

  test('every column of the tables, surfaces and kinds by their places', () => {
    const columns = [renderYearsCsv(summary), ...renderYearsTableCsv(outcomes)]
      .slice(0, 2)
      .flatMap((table) => table.split('\n')[0].split(','))
      .map((column) =>
        column
          .replace(/^lost_.+_seconds$/, 'lost_<surface>_seconds')
          .replace(/^incidents_.+$/, 'incidents_<kind>')
          .replace(/^storage_.+_peak_bytes$/, 'storage_<surface>_peak_bytes')
          .replace(/^storage_[^<]+_bytes$/, 'storage_<surface>_bytes'),
      );
    expect(columns).toContain('downtime_seconds');
    expect(missingIn(yearsPage, columns)).toEqual([]);
  });
});

describe('The page on alerts names', () => {
  const alertsPage = readFileSync('docs/reference/alerts.md', 'utf8');

  test('every key and every word of the schema, and every source of metrics', () => {
    const schema: unknown = JSON.parse(readFileSync('schema/alerts.json', 'utf8'));
    const words = [...propertiesOf(schema), ...constantsOf(schema), ...METRIC_SOURCES];
    expect(words).toContain('boundBy');
    expect(missingIn(alertsPage, words)).toEqual([]);
  });
});

describe('The page on the commands names', () => {
  test.each(['run', 'compare', 'alerts', 'trace', 'merge', 'check', 'lint', 'import', 'init', 'schema', 'years'])(
    'every option of %s',
    async (command) => {
      const options = (await helpOf([command])).match(/--[a-z]+(-[a-z]+)*/g) ?? [];
      expect(options).toContain('--help');
      expect(missingIn(commandsPage, options)).toEqual([]);
    },
  );

  test.each(['record', 'mark', 'list', 'score'])('every option of drills %s', async (command) => {
    const options = (await helpOf(['drills', command])).match(/--[a-z]+(-[a-z]+)*/g) ?? [];
    expect(options).toContain('--help');
    expect(missingIn(commandsPage, options)).toEqual([]);
  });

  test('every command', async () => {
    const commands = [...(await helpOf([])).matchAll(/^ {2}drillcast (\w+)/gm)].map(([, command]) => command);
    expect(commands).toContain('run');
    expect(missingIn(commandsPage, commands)).toEqual([]);
  });

  test('every scenario that comes with Drillcast', () => {
    const files = readdirSync('scenarios', { recursive: true, encoding: 'utf8' });
    const names = files.filter((file) => file.endsWith('.yaml')).map((file) => file.replace(/\.yaml$/, ''));
    expect(names).toContain('patterns/hot-cold');
    expect(missingIn(commandsPage, names)).toEqual([]);
  });
});

describe('The glossary', () => {
  const glossary = readFileSync('docs/glossary.md', 'utf8');

  test('explains every abbreviation of the documentation', () => {
    const pages = markdownPages('docs').filter(({ path }) => !path.includes('decisions'));
    const abbreviations = pages.flatMap(
      ({ text }) => text.replaceAll(/```[^]*?```|`[^`]*`/g, '').match(/\b[A-Z]{2,4}\b/g) ?? [],
    );
    const explained = new Set([...glossary.matchAll(/^\*\*(.+?)\.\*\*/gm)].flatMap(([, words]) => words.split(/\W+/)));
    expect([...new Set(abbreviations)].filter((abbreviation) => !explained.has(abbreviation)).sort()).toEqual([]);
  });
});

test('A key that no page names is found missing', () => {
  expect(missingIn('Say `size: 1 GiB` and `rate`; schedule is said in no code.', ['size', 'rate', 'schedule'])).toEqual(
    ['schedule'],
  );
});

/** The words that stand nowhere in code on a page, each once. */
function missingIn(page: string, words: readonly string[]): readonly string[] {
  const named = codeWords(page);
  return [...new Set(words)].filter((word) => !named.has(word));
}

/** The names of all properties in a JSON Schema. */
function propertiesOf(schema: unknown): readonly string[] {
  return entriesOf(schema).flatMap(([key, value]) => [
    ...(key === 'properties' ? Object.keys(value as object) : []),
    ...propertiesOf(value),
  ]);
}

/** The texts that a JSON Schema asks for to the letter. */
function constantsOf(schema: unknown): readonly string[] {
  return entriesOf(schema).flatMap(([key, value]) => {
    const given = key === 'const' ? [value] : key === 'enum' ? (value as readonly unknown[]) : [];
    return [...given.filter((constant) => typeof constant === 'string'), ...constantsOf(value)];
  });
}

/** The keys of all maps in a JSON document. */
function keysOf(document: unknown): readonly string[] {
  const own = Array.isArray(document) ? [] : entriesOf(document).map(([key]) => key);
  return [...own, ...entriesOf(document).flatMap(([, value]) => keysOf(value))];
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

async function helpOf(command: readonly string[]): Promise<string> {
  const world = memoryWorld();
  await runCommandLine([...command, '--help'], world);
  return world.stdout.text;
}
