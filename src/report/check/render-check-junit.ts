import Builder from 'fast-xml-builder';
import type { CheckItem, CheckReport } from '../../study/check/check-report.js';
import { foundWords, itemSentence } from './check-words.js';

const ATTRIBUTE = '@';

/**
 * A check as JUnit XML, which continuous-integration servers show as test results: one test case per item. An undecided
 * one is a skipped test when it may pass, a failure when it may not.
 */
export function renderCheckJunit(report: CheckReport, { isUndecidedFailure }: { isUndecidedFailure: boolean }): string {
  const cases = report.items.map((item) => testCase(item, isUndecidedFailure));
  const count = (key: string): number => cases.filter((entry) => Object.hasOwn(entry, key)).length;
  const counts = { '@tests': cases.length, '@failures': count('failure'), '@skipped': count('skipped') };
  const builder = new Builder({
    ignoreAttributes: false,
    attributeNamePrefix: ATTRIBUTE,
    format: true,
    indentBy: '  ',
    suppressEmptyNode: true,
  });
  const { name, file } = report.scenario;
  const body = builder.build({
    testsuites: {
      '@name': 'drillcast check',
      ...counts,
      testsuite: { '@name': withoutControls(name), '@file': withoutControls(file), ...counts, testcase: cases },
    },
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
}

function testCase(item: CheckItem, isUndecidedFailure: boolean): Readonly<Record<string, unknown>> {
  const place = item.place === null ? {} : { '@file': withoutControls(item.place.file), '@line': item.place.line };
  const base = { '@name': withoutControls(item.text), '@classname': `drillcast.${item.kind}`, ...place };
  const told = { '@message': withoutControls(itemSentence(item)) };
  if (item.verdict === 'met') return { ...base, 'system-out': withoutControls(foundWords(item)) };
  const isNote = item.kind === 'readiness' && !item.isRequired;
  if (isNote || (item.verdict === 'undecided' && !isUndecidedFailure)) return { ...base, skipped: told };
  return { ...base, failure: { ...told, '@type': item.verdict } };
}

/** XML 1.0 has no way to write most control characters, not even escaped. */
function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
}
