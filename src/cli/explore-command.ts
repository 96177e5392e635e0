import type { Argv } from 'yargs';
import type { Command } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { answerWith, pageWith } from './explorer-page.js';
import { lastGiven } from './last-given.js';
import { wholeNumber } from './number-option.js';
import { openDocument, type OpenedDocument } from './opened-document.js';
import { Refusal } from './refusal.js';
import type { World } from './world.js';

interface ExploreOptions {
  readonly scenario: string;
  readonly drills: readonly string[];
  readonly out: string | undefined;
  readonly port: string | undefined;
  readonly open: boolean;
}

/** `drillcast explore`: a page on which the plan can be changed, and the answer follows. */
export const exploreCommand: Command<ExploreOptions> = {
  usage: 'explore [scenario]',
  summary: 'Open a page on which the plan can be changed and the answer follows',
  options: exploreOptions,
  run: explore,
};

function exploreOptions(parser: Argv): Argv<ExploreOptions> {
  const text = { type: 'string', requiresArg: true, coerce: lastGiven<string | undefined> } as const;
  return parser
    .parserConfiguration({ 'duplicate-arguments-array': true })
    .positional('scenario', {
      type: 'string',
      default: 'dalp-hot-cold',
      describe: 'A scenario file, or the name of one that comes with Drillcast',
    })
    .option('drills', {
      type: 'string',
      array: true,
      default: [] as string[],
      defaultDescription: 'none',
      requiresArg: true,
      describe: 'Drill files, or folders of them',
    })
    .option('out', { ...text, describe: 'Write the page to this file, to mail or to host, and serve nothing' })
    .option('port', { ...text, describe: 'Serve it at this port [default: one that is free]' })
    .option('open', { type: 'boolean', default: true, describe: 'Show it in the browser; --no-open to leave that' });
}

async function explore(options: ExploreOptions, world: World): Promise<ExitCode> {
  const { out, open } = options;
  const port = readPort(options);
  if (out !== undefined) world.files.requireWritable(out);
  const empty = world.press.explorerPage();
  if (empty === undefined) throw new Refusal('explore: the page is not built yet', 'run "npm run build"');
  const { opened, problems } = openDocument(options, world);
  for (const problem of problems) world.stderr.write(`${problem}\n\n`);
  if (problems.length > 0) world.stderr.write('The page opens all the same, and shows this.\n');
  const page = pageWith(empty, opened);
  if (out === undefined) await serve(page, { name: opened.name, port, open }, world);
  else {
    world.files.write(out, page);
    world.stdout.write(`Wrote ${out}, a page that needs nothing else.${holdings(opened)}\n`);
  }
  return EXIT.done;
}

function readPort({ out, port }: ExploreOptions): number | undefined {
  if (out === '-') throw new Refusal('--out: expected a file, found -', 'write "--out explorer.html"');
  if (port === undefined) return undefined;
  if (out === undefined) return wholeNumber(port, '--port', { from: 1, to: 65_535 });
  throw new Refusal('--out and --port do not go together', 'leave --port away: nothing is served');
}

/** Shows the page until the reader interrupts. */
async function serve(
  page: string,
  { name, port, open }: { readonly name: string; readonly port: number | undefined; readonly open: boolean },
  world: World,
): Promise<void> {
  const ended = interruptionOf(world);
  const served = await world.loopback.serve(answerWith(page), port);
  const address = `http://127.0.0.1:${String(served.port)}/`;
  world.stdout.write(`The explorer shows ${name} at ${address}\nOnly this machine can see it. Ctrl-C ends it.\n`);
  // Whoever interrupts does not wait for a browser.
  if (open) await Promise.race([ended, showInBrowser(address, world)]);
  await ended;
  await served.stop();
}

async function showInBrowser(address: string, { loopback, stderr }: World): Promise<void> {
  if (await loopback.openBrowser(address)) return;
  stderr.write('No browser could be started here: open the address in one.\n');
}

function interruptionOf({ onInterrupt }: World): Promise<void> {
  return new Promise((resolve) => {
    onInterrupt(resolve);
  });
}

/** Whoever sends the page away should know what of theirs goes with it. */
function holdings({ files, drills }: OpenedDocument): string {
  const names = [...Object.keys(files), ...Object.keys(drills)];
  return names.length === 0 ? '' : ` Of yours it holds:\n${names.map((name) => `  ${name}`).join('\n')}`;
}
