import { countText } from '../report/count-text.js';
import { outcomeNames } from '../study/blank-outcomes.js';
import { mostShards, shardRange, type Shard } from '../study/shard-range.js';
import { summaryContext } from '../study/summary-context.js';
import { VERSION } from '../version.js';
import type { AnswerOptions } from './answer-options.js';
import type { OutputOptions } from './answer-output.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { PART_FORMAT, type PartHeader } from './part-header.js';
import { requireDrawNumbers, type DrawNumbers, type DrawOptions } from './draw-options.js';
import { drawsOf, playKnownApart, requireUncertain } from './played-draws.js';
import { compileFile, playRange, requireKept, requireRunNumbers } from './played-study.js';
import type { CompiledStudy, RunNumbers } from './played-study.js';
import { Refusal } from './refusal.js';
import { sha256Of } from './scenario-file.js';
import type { World } from './world.js';
import { partPieces } from './write-part.js';

/** What `run` is asked with when it plays a part of a run only. */
export interface ShardOptions {
  /** As it was written: `3/16`. */
  readonly shard: string | undefined;
  readonly out: string | undefined;
  readonly precision: string | undefined;
}

/**
 * Plays one part of a run into a file.
 *
 * @throws Refusal when the options do not go together, there is no such part, or the file cannot be written.
 * @throws Interruption when the reader interrupts: a part is whole, or it is none.
 */
export async function runShard(
  options: AnswerOptions & OutputOptions & ShardOptions & DrawOptions,
  world: World,
): Promise<ExitCode> {
  const numbers = requireRunNumbers(options, world);
  const shard = readShard(options.shard, numbers.incidents);
  const range = shardRange(shard, numbers.incidents);
  requireKept('--shard', range.to - range.from, 'cut the run into more parts');
  const out = requireOut(options);
  world.files.requireWritable(out);
  const asked = requireDrawNumbers(options);
  const study = compileFile(options.scenario, world);
  const { scenario, plan } = study;
  const header: PartHeader = {
    format: PART_FORMAT,
    context: summaryContext(scenario, { version: VERSION, file: options.scenario, sha256: sha256Of(scenario) }),
    seed: numbers.seed,
    incidents: numbers.incidents,
    shard,
    range,
    names: outcomeNames(plan),
    ...(await drawnPart(study, asked, { ...numbers, isFirst: shard.number === 1 }, world)),
  };
  const outcomes = await playRange(plan, { ...numbers, range }, world);
  world.files.write(out, partPieces(header, outcomes));
  const [first, last, all] = [range.from, range.to - 1, numbers.incidents].map(countText);
  world.stdout.write(
    `Wrote ${out}, part ${shard.number} of ${shard.of}: incidents ${first} to ${last} of ${all}.\n` +
      'When all parts are there, put them together with "drillcast merge".\n',
  );
  return EXIT.done;
}

/** The draws of the inputs, which the first part plays for all: each is struck by the first incidents of the run. */
async function drawnPart(
  study: CompiledStudy,
  asked: DrawNumbers,
  { isFirst, ...run }: RunNumbers & { readonly isFirst: boolean },
  world: World,
): Promise<Pick<PartHeader, 'draws' | 'uncertainty'>> {
  const { assumptionsCount } = asked;
  const count = drawsOf([study.scenario], asked);
  if (count === undefined) return { draws: null, uncertainty: null };
  const draws = { count, assumptionsCount: assumptionsCount ?? null };
  if (count === 0) return { draws, uncertainty: null };
  requireUncertain([study], assumptionsCount);
  if (!isFirst) return { draws, uncertainty: null };
  const { uncertainty } = await playKnownApart(study, { draws: count, assumptionsCount }, run, world);
  return { draws, uncertainty };
}

/** @throws Refusal when it is no part, or one of a run that cannot be cut into so many. */
function readShard(text: string | undefined, incidents: number): Shard {
  if (text === undefined) throw new Refusal('--out: is for a part of a run', 'write --shard 1/16 too, or --json FILE');
  const [number, of] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).slice(1).map(Number);
  const most = mostShards(incidents);
  if (number >= 1 && number <= of && of <= most) return { number, of };
  throw new Refusal(
    `--shard: expected a part from 1/1 to ${most}/${most}, found ${text}`,
    `parts are counted from 1; of ${countText(incidents)} incidents there are at most ${countText(most)}`,
  );
}

/** @throws Refusal when there is no file for the part, or an answer is asked for, which a part has not. */
function requireOut({ out, precision, json, csv, charts, check }: OutputOptions & ShardOptions): string {
  if (precision !== undefined) {
    throw new Refusal(
      '--shard: a part cannot know how precise the whole is',
      'write --incidents in place of --precision',
    );
  }
  if (json !== undefined || csv !== undefined || charts !== undefined || check) {
    throw new Refusal(
      '--shard: a part of a run has no answer for --json, --csv, --charts or --check',
      'give them to "drillcast merge"',
    );
  }
  if (out === undefined) throw new Refusal('--shard: it is not said where the part goes', 'write --out FILE');
  return out;
}
