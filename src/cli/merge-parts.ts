import { isDeepStrictEqual } from 'node:util';
import { blankOutcomes, STEP_INCIDENTS } from '../study/blank-outcomes.js';
import type { IncidentRange } from '../study/incident-range.js';
import { outcomeColumns } from '../study/outcome-columns.js';
import type { Outcomes } from '../study/outcomes.js';
import { outcomesOfRange } from '../study/outcomes-of-range.js';
import { exactSamples, type RunSamples } from '../study/run-samples.js';
import { SketchedSamples } from '../study/sketched-samples.js';
import { VERSION } from '../version.js';
import { MOST_KEPT_INCIDENTS } from './piecewise-run.js';
import { shardCommand, type PartHeader } from './part-header.js';
import { openPart, readPart, type Part } from './read-part.js';
import { Refusal } from './refusal.js';
import type { FileStore } from './world.js';

/** A run that was put together from its parts. */
export interface MergedRun {
  /** Of the first part. */
  readonly header: PartHeader;
  readonly samples: RunSamples;
}

/**
 * Puts the parts of a run together, in whatever order they are given.
 *
 * @param mostKept incidents of a run whose values are all kept; those of a longer one are counted.
 * @throws Refusal with everything that is wrong with them: parts that cannot be read, are damaged, are not of one run,
 *   or are there twice or not at all.
 */
export function mergeParts(paths: readonly string[], files: FileStore, mostKept = MOST_KEPT_INCIDENTS): MergedRun {
  const { parts, refusals } = openAll(paths, files);
  const [first] = parts;
  refusals.push(...parts.flatMap((part) => strangerRefusals(part, first)));
  if (refusals.length === 0) refusals.push(...repeated(parts), ...missing(parts));
  if (refusals.length > 0) throw joined(refusals);

  const { header } = first;
  return {
    header,
    samples: header.incidents <= mostKept ? exactSamples(readTogether(parts, files)) : countedSamples(parts, files),
  };
}

/** Counted as the one run would have counted them. */
function countedSamples(parts: readonly Part[], files: FileStore): RunSamples {
  // What was looked at in detail may be spread over several parts, and belongs to the first piece.
  const first = parts.findIndex(({ header }) => header.range.to >= STEP_INCIDENTS) + 1;
  const samples = new SketchedSamples(readTogether(parts.slice(0, first), files));
  for (const part of parts.slice(first)) samples.add(readTogether([part], files));
  return samples;
}

/** The outcomes of adjoining parts. */
function readTogether(parts: readonly Part[], files: FileStore): Outcomes {
  const { names, seed, range } = parts[0].header;
  const { from } = range;
  const whole: IncidentRange = { from, to: parts[parts.length - 1].header.range.to };
  const outcomes = blankOutcomes(names, { seed, range: whole });
  for (const part of parts) {
    const { range: own } = part.header;
    readPart(part, outcomeColumns(outcomesOfRange(outcomes, { from: own.from - from, to: own.to - from })), files);
  }
  return outcomes;
}

/** The parts that can be read, in the order of the run. */
function openAll(paths: readonly string[], files: FileStore): { readonly parts: Part[]; readonly refusals: Refusal[] } {
  const parts: Part[] = [];
  const refusals: Refusal[] = [];
  for (const path of paths) {
    try {
      parts.push(openPart(path, files));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(error);
    }
  }
  return { parts: parts.sort((one, other) => one.header.shard.number - other.header.shard.number), refusals };
}

/** Why a part is of another run than the first one, or was played by another version than this. */
function strangerRefusals({ path, header }: Part, first: Part): readonly Refusal[] {
  const facts = factsOf(header);
  const foreign = Object.entries(factsOf(first.header)).filter(([what, value]) => facts[what] !== value);
  if (foreign.length > 0) {
    const words = foreign.map(([what, value]) => `${what} ${facts[what]}, not ${value}`);
    return [
      new Refusal(
        `${path}: it is of another run than ${first.path}: ${words.join('; ')}`,
        'merge the parts of one run by themselves',
      ),
    ];
  }
  const { version } = header.context;
  if (version !== VERSION) {
    const words = `${path}: it was played by Drillcast ${version}, and this is ${VERSION}`;
    return [new Refusal(words, `merge it with Drillcast ${version}`)];
  }
  if (isDeepStrictEqual({ ...header.context, scenario: 0 }, { ...first.header.context, scenario: 0 })) return [];
  return [new Refusal(`${path}: it is held against other promises than ${first.path}`, 'play it again')];
}

/** What must be the same in all parts of a run. */
function factsOf({ context, seed, incidents, shard, draws }: PartHeader): Readonly<Record<string, string>> {
  return {
    scenario: `"${context.scenario.name}"`,
    sha256: context.scenario.sha256.slice(0, 12),
    seed: String(seed),
    incidents: String(incidents),
    'number of parts': String(shard.of),
    version: context.version,
    draws: draws === null ? 'none' : `${draws.count} (an assumption counts as ${draws.assumptionsCount ?? 0})`,
  };
}

function repeated(parts: readonly Part[]): readonly Refusal[] {
  return parts.flatMap(({ path, header: { shard } }, index) => {
    const earlier = parts.slice(0, index).find(({ header }) => header.shard.number === shard.number);
    if (earlier === undefined) return [];
    return [
      new Refusal(
        `${path}: part ${shard.number} of ${shard.of} is there twice, the other time as ${earlier.path}`,
        'leave one of the two out',
      ),
    ];
  });
}

function missing(parts: readonly Part[]): readonly Refusal[] {
  const [{ header }] = parts;
  const { of } = header.shard;
  const present = new Set(parts.map((part) => part.header.shard.number));
  const numbers = Array.from({ length: of }, (_, index) => index + 1).filter((number) => !present.has(number));
  return numbers.map(
    (number) =>
      new Refusal(
        `part ${number} of ${of} is missing`,
        `give its file too, or play it: ${shardCommand(header, { number, of }, `part-${number}`)}`,
      ),
  );
}

/** All of them as one, each with its mend. */
function joined(refusals: readonly Refusal[]): Refusal {
  const words = refusals.map(({ message, hint }) => (hint === undefined ? message : `${message}\n  mend: ${hint}`));
  return new Refusal(words.join('\n'));
}
