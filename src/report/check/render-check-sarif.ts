import type { CheckItem, CheckReport } from '../../study/check/check-report.js';
import { jsonText } from '../json-text.js';
import { printable } from '../printable.js';
import { itemSentence } from './check-words.js';

const RULES: Readonly<Record<CheckItem['kind'], string>> = {
  objective: 'An objective of the scenario is kept.',
  requirement: 'A requirement of the caller is kept.',
  readiness: 'What a plan must have before anybody relies on it is there.',
};

/**
 * A check as SARIF 2.1.0, which code hosts show beside the lines of the scenario file: a result for every item that is
 * not met.
 *
 * @source OASIS: Static Analysis Results Interchange Format (SARIF) Version 2.1.0 (2020).
 */
export function renderCheckSarif(report: CheckReport, { isUndecidedFailure }: { isUndecidedFailure: boolean }): string {
  const kinds = Object.keys(RULES) as CheckItem['kind'][];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'drillcast',
            version: report.tool.version,
            rules: kinds.map((kind) => ({
              id: `drillcast/${kind}`,
              shortDescription: { text: RULES[kind] },
            })),
          },
        },
        results: report.items
          .filter(({ verdict }) => verdict !== 'met')
          .map((item) => resultOf(item, { kinds, isUndecidedFailure, file: report.scenario.file })),
      },
    ],
  };
  return jsonText(log);
}

function resultOf(
  item: CheckItem,
  context: { kinds: readonly CheckItem['kind'][]; isUndecidedFailure: boolean; file: string },
): object {
  const isNote = item.kind === 'readiness' && !item.isRequired;
  const isError = item.verdict === 'missed' || context.isUndecidedFailure;
  const { file, line, column } = item.place ?? { file: context.file, line: 1, column: 1 };
  return {
    ruleId: `drillcast/${item.kind}`,
    ruleIndex: context.kinds.indexOf(item.kind),
    level: isNote ? 'note' : isError ? 'error' : 'warning',
    message: { text: itemSentence(item) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(printable(file).replaceAll('\\', '/')) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}
