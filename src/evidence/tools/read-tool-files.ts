import type { Problem } from '../../scenario/problem.js';
import type { SourceText } from '../../scenario/scenario.js';
import type { BackupLog, Remark } from './backup-log.js';
import { mergeLogs } from './merge-logs.js';
import { openToolText } from './text/open-tool-text.js';
import { textProblem } from './text/text-problem.js';
import type { ToolDocument } from './text/tool-document.js';
import { TOOL_TITLES, type ToolName } from './tool-name.js';
import type { ToolReader } from './tool-reader.js';
import { TOOL_READERS } from './tool-readers.js';
import { ToolReading } from './tool-reading.js';

/** The logs of all things that the files speak of, or everything that is wrong with them. */
export type ReadTools =
  | { readonly kind: 'logs'; readonly logs: readonly BackupLog[]; readonly remarks: readonly Remark[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

export interface ToolFileOptions {
  /** The tool that printed the files; recognised from what is in them, when absent. */
  readonly from?: ToolName;
  /** The time zone in which times without one are read. */
  readonly timezone: string;
}

/** A longer text would not fit beside what is made of it. */
const LONGEST_TEXT = 2 ** 28;

/** Reads what backup tools printed, each file by the reader that recognises it, and merges what they say. */
export function readToolFiles(sources: readonly SourceText[], options: ToolFileOptions): ReadTools {
  const problems: Problem[] = [];
  const logs: BackupLog[] = [];
  const remarks: Remark[] = [];
  for (const source of sources) {
    const read = readToolFile(source, options);
    problems.push(...read.problems);
    logs.push(...read.logs);
    remarks.push(...read.remarks);
  }
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'logs', logs: mergeLogs(logs), remarks };
}

interface ReadFile {
  readonly logs: readonly BackupLog[];
  readonly problems: readonly Problem[];
  readonly remarks: readonly Remark[];
}

function readToolFile(source: SourceText, { from, timezone }: ToolFileOptions): ReadFile {
  if (source.text.length > LONGEST_TEXT) {
    const words = { expected: `at most ${String(LONGEST_TEXT)} characters`, found: String(source.text.length) };
    return refused(textProblem(source, { start: 0, end: 0 }, [], words));
  }
  const opened = openToolText(source);
  if (opened.kind === 'problem') return refused(opened.problem);
  const { document } = opened;
  const reader = readerOf(document, from);
  if (reader === undefined) return refused(unrecognised(document, from));
  const reading = new ToolReading(document, timezone);
  const logs = reader.read(reading);
  if (logs.length === 0 && reading.problems.length === 0) {
    reading.remark(`${TOOL_TITLES[reader.tool]}: there is no backup in it.`);
  }
  return { logs, problems: reading.problems, remarks: reading.remarks };
}

function readerOf(document: ToolDocument, from: ToolName | undefined): ToolReader | undefined {
  return TOOL_READERS.find(({ tool, recognises }) => (from === undefined || tool === from) && recognises(document));
}

function unrecognised({ source }: ToolDocument, from: ToolName | undefined): Problem {
  const start = Math.max(0, source.text.search(/\S/));
  const known = TOOL_READERS.find(({ tool }) => tool === from);
  const expected = known?.reads ?? 'the output of a tool that is known here';
  const mend =
    known === undefined
      ? `the tools are ${TOOL_READERS.map(({ tool }) => tool).join(', ')}; the guide on importing has the command of each`
      : 'leave --from out to have the tool recognised from what is in the file';
  return textProblem(source, { start, end: start + 20 }, [], { expected, mend });
}

function refused(problem: Problem): ReadFile {
  return { logs: [], problems: [problem], remarks: [] };
}
