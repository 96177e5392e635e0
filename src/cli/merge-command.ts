import { summariseSamples } from '../study/summarise.js';
import type { Summary } from '../study/summary.js';
import { withUncertainty } from '../study/uncertainty/judge-by-draws.js';
import { jsonOption, outputOptions, requireAnswerTargets, writeAnswer, type OutputOptions } from './answer-output.js';
import type { Command } from './command.js';
import { mergeParts } from './merge-parts.js';
import type { PartHeader } from './part-header.js';
import { requireKept } from './played-study.js';

interface MergeOptions extends OutputOptions {
  readonly part: readonly string[];
}

/** `drillcast merge`: answers as the one run would have done of which these files are the parts. */
export const mergeCommand: Command<MergeOptions> = {
  usage: 'merge <part..>',
  summary: 'Put the parts of a run together, and answer as the whole run would',
  options: (parser) =>
    outputOptions(jsonOption(parser)).positional('part', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'Files that "run --shard" has written, in any order',
    }),
  run: (options, world) => {
    requireAnswerTargets(options, world);
    const { header, samples } = mergeParts(options.part, world.files);
    if (options.csv !== undefined) requireKept('--csv', header.incidents);
    const summary = withDraws(summariseSamples(samples, header.context), header);
    return writeAnswer(options, { summary, samples }, world);
  },
};

/** As the one run would have been told: with what the first part has found of the inputs that nobody knows exactly. */
function withDraws(summary: Summary, { draws, uncertainty }: PartHeader): Summary {
  if (uncertainty !== null) return withUncertainty(summary, uncertainty);
  return draws === null ? summary : { ...summary, draws: draws.count };
}
