import type { Summary } from '../study/summary.js';
import { commandLines } from './command-lines.js';

/** A command that plays incidents or years: its verb, the scenarios, and the numbers of the run. */
export interface Played {
  readonly verb: 'run' | 'compare' | 'check' | 'explain' | 'size' | 'alerts' | 'years' | 'drills score' | 'drills next';
  readonly files: readonly string[];
  /** How many incidents, or years, were played, or allowed where a precision is asked for. */
  readonly incidents: number;
  readonly seed: number;
  /** Half-width that was asked for, as a share of the estimate; absent when the run ended by count. */
  readonly precision?: number;
  /** What "check" requires besides the objectives: texts that were read as requirements, and so have no quotation marks. */
  readonly requirements?: readonly string[];
  /** Options that "explain", "size", "alerts" or "drills score" was asked with besides, in words as a shell has them. */
  readonly options?: readonly string[];
}

/** The run that gives a summary again: one that was interrupted, as a run of what was played. */
export function playedRun({
  scenario,
  incidents,
  seed,
  end,
  draws,
  uncertainty,
}: Pick<Summary, 'scenario' | 'incidents' | 'seed' | 'end' | 'draws' | 'uncertainty'>): Played {
  const isByPrecision = end.reason === 'precision' || end.reason === 'ceiling';
  const options = drawWords([{ draws, uncertainty }]);
  const run = { verb: 'run', files: [scenario.file], seed, options } as const;
  return isByPrecision && end.precision !== null
    ? { ...run, incidents: end.asked, precision: end.precision }
    : { ...run, incidents };
}

/** The options by which the inputs of scenarios that are told of together were drawn; none where that was not asked for. */
export function drawWords(
  summaries: readonly {
    readonly draws: number | null;
    readonly uncertainty: { readonly assumptionsCount: number | null } | null;
  }[],
): readonly string[] {
  const draws = summaries.find((summary) => summary.draws !== null)?.draws;
  if (draws === undefined || draws === null) return [];
  const known = summaries.flatMap(({ uncertainty }) => (uncertainty === null ? [] : [uncertainty])).at(0);
  const assumptions = known === undefined ? [] : ['--assumptions-count', String(known.assumptionsCount ?? 0)];
  return ['--draws', String(draws), ...assumptions];
}

/** The shell command that gives the same answer again, in lines that can be copied as they stand. */
export function replayCommand(
  { verb, files, incidents, seed, precision, requirements = [], options = [] }: Played,
  columns: number,
): readonly string[] {
  const words = [
    ...['drillcast', ...verb.split(' '), ...files],
    ...requirements.flatMap((requirement) => ['--require', requirement]),
    ...options,
    ...(precision === undefined ? [] : ['--precision', String(precision)]),
    ...[verb === 'years' ? '--years' : '--incidents', String(incidents), '--seed', String(seed)],
  ];
  return commandLines(words, columns);
}
