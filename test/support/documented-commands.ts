import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommandLine } from '../../src/cli/command-line.js';
import { EXIT } from '../../src/cli/exit-code.js';
import { namedBlocks } from './documented-scenarios.js';
import { fencedBlocks } from './markdown.js';
import type { FencedBlock, Page } from './markdown.js';
import { memoryWorld } from './memory-world.js';
import type { MemoryWorld } from './memory-world.js';

/**
 * How the commands of the documentation are written: ` ```sh ` holds commands alone, which are run with few
 * incidents and must end well; ` ```console ` holds commands after `$ ` with what they print, which must be that, a line
 * `…` standing for any lines. Other programs than Drillcast are left out. The commands of a page share one folder, in
 * which its named blocks lie.
 */
interface DocumentedCommand {
  readonly line: number;
  readonly text: string;
  /** What it prints; undefined when the page does not say. */
  readonly output: string | undefined;
}

const FEW_INCIDENTS = '200';
const FEW_YEARS = '12';

/** The commands that take a number of incidents. */
const PLAYING: readonly (string | undefined)[] = ['run', 'compare', 'trace', 'report'];

/** Commands of Drillcast that do not do what the page says, as `path:line what is wrong`. */
export async function faultsOfCommands(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  let files: Readonly<Record<string, string>> = { ...shippedFiles(), ...namedBlocks(page) };
  for (const command of fencedBlocks(page).flatMap(commandsOf)) {
    const [words, target] = splitCommand(command.text);
    const argv = words.slice(words.indexOf('drillcast') + 1);
    // What serves until the reader interrupts is interrupted at once.
    const world = memoryWorld({ files, ...(argv[0] === 'explore' ? { onInterrupt: interruptAtOnce } : {}) });
    const code = await runCommandLine(command.output === undefined ? withFewIncidents(argv) : argv, world);
    const fault = faultOf(command, { code, argv, world, target });
    if (fault !== undefined) faults.push(`${page.path}:${String(command.line)} ${command.text}\n${fault}`);
    if (target !== undefined) world.texts.set(target, world.stdout.text);
    files = Object.fromEntries(world.texts);
  }
  return faults;
}

function interruptAtOnce(hear: () => void): () => void {
  setTimeout(hear);
  return () => undefined;
}

function commandsOf({ language, text, line }: FencedBlock): readonly DocumentedCommand[] {
  const whole = text.replaceAll(/\\\n\s*/g, '');
  if (language !== 'sh' && language !== 'console') return [];
  const commands =
    language === 'sh'
      ? whole.split('\n').map((command) => ({ line, text: command, output: undefined }))
      : whole
          .split(/^\$ /m)
          .slice(1)
          .map((part) => {
            const [command, ...output] = part.split('\n');
            return { line, text: command, output: output.join('\n').trimEnd() };
          });
  return commands.filter((command) => /^(npx )?drillcast\b/.test(command.text));
}

/** The words of a shell command up to a pipe or a comment, and the file that its output goes into. */
function splitCommand(command: string): readonly [words: readonly string[], target: string | undefined] {
  const words = (command.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll(/^['"]|['"]$/g, ''));
  const end = words.findIndex((word) => word === '|' || word === '#');
  const own = end < 0 ? words : words.slice(0, end);
  const arrow = own.indexOf('>');
  return arrow < 0 ? [own, undefined] : [own.slice(0, arrow), own[arrow + 1]];
}

function withFewIncidents(argv: readonly string[]): readonly string[] {
  if (argv.includes('--help')) return argv;
  if (argv[0] === 'years') return withYears(argv);
  if (!PLAYING.includes(argv[0]) && argv.slice(0, 2).join(' ') !== 'drills score') return argv;
  const given = argv.indexOf('--incidents');
  const others = given < 0 ? argv : argv.filter((_, index) => index !== given && index !== given + 1);
  // A part has at least one block.
  const parts = Number(argv[argv.indexOf('--shard') + 1]?.split('/')[1]);
  return [...others, '--incidents', argv.includes('--shard') ? String(1024 * parts) : FEW_INCIDENTS];
}

function withYears(argv: readonly string[]): readonly string[] {
  const given = argv.indexOf('--years');
  return [...argv.filter((_, i) => given < 0 || (i !== given && i !== given + 1)), '--years', FEW_YEARS];
}

function faultOf(
  command: DocumentedCommand,
  ended: { code: number; argv: readonly string[]; world: MemoryWorld; target: string | undefined },
): string | undefined {
  const { stdout, stderr } = ended.world;
  if (command.output === undefined) {
    const isMissed = ended.code === EXIT.objectiveMissed && ended.argv.includes('--check');
    return ended.code === EXIT.done || isMissed ? undefined : `ended with ${String(ended.code)}: ${stderr.text}`;
  }
  const found = `${ended.target === undefined ? stdout.text : ''}${stderr.text}`.trimEnd();
  return isPrinted(command.output, found) ? undefined : `prints something else:\n${found}`;
}

/** Whether a text is the expected one, in which a line `…` stands for any lines. */
function isPrinted(expected: string, found: string): boolean {
  const pattern = expected
    .split(/^…$\n?/m)
    .map((piece) => piece.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('[^]*');
  return new RegExp(`^${pattern}$`).test(found);
}

function shippedFiles(): Readonly<Record<string, string>> {
  const names = readdirSync('scenarios', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(yaml|csv)$/.test(name),
  );
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = readFileSync(join('scenarios', name), 'utf8');
      return [
        [join('/shipped', name), text],
        [join('scenarios', name), text],
      ];
    }),
  );
}
