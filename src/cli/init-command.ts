import type { Command } from './command.js';
import { EXIT } from './exit-code.js';
import { Refusal } from './refusal.js';
import { STARTER_SCENARIO } from './starter-scenario.js';

interface InitOptions {
  readonly file: string;
  readonly force: boolean;
}

/** `drillcast init`: a first scenario to write over. */
export const initCommand: Command<InitOptions> = {
  usage: 'init [file]',
  summary: 'Write a commented scenario to start from',
  options: (parser) =>
    parser
      .positional('file', { type: 'string', default: 'scenario.yaml', describe: 'Where to write it' })
      .option('force', { type: 'boolean', default: false, describe: 'Write over a file that is there' }),
  run: ({ file, force }, { stdout, files }) => {
    if (!force && files.isFile(file)) {
      throw new Refusal(`${file}: there is such a file already`, 'give another name, or --force to write over it');
    }
    files.write(file, STARTER_SCENARIO);
    stdout.write(`Wrote ${file}. Read it, change it, and play it:\ndrillcast run ${file}\n`);
    return EXIT.done;
  },
};
