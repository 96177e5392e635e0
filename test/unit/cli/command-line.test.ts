import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../src/cli/command-line.js';
import type { World } from '../../../src/cli/world.js';
import { VERSION } from '../../../src/version.js';
import { memoryWorld } from '../../support/memory-world.js';

/** The exit code, and what stands on standard output and standard error, of one command line. */
async function outcomeOf(argv: readonly string[], options: Parameters<typeof memoryWorld>[0] = {}) {
  const world = memoryWorld(options);
  const code = await runCommandLine(argv, world);
  return { code, stdout: world.stdout.text, stderr: world.stderr.text, texts: world.texts };
}

describe('Arguments that cannot be followed are refused with 2, on standard error, with a way to mend them', () => {
  test.each([
    [['rum', 'x'], 'unknown command: rum\n  mend: did you mean "drillcast run"?\n'],
    [[], 'there is no command\n  mend: "drillcast --help" lists the commands'],
    [['run'], 'Not enough non-option arguments: got 0, need at least 1\n  mend: "drillcast --help"'],
    [['run', 'x', '--sed', '1'], 'Unknown argument: sed\n  mend: '],
    [['run', 'x', '--json'], 'Not enough arguments following: json\n  mend: '],
    [['schema', 'plan'], 'Invalid values:'],
    [
      ['run', 'x', '--incidents', '0'],
      '--incidents: expected a whole number from 1 to 100000000, found 0\n  mend: write --incidents 1 or more\n',
    ],
    [['run', 'x', '--incidents', '10k'], '--incidents: expected a whole number from 1 to 100000000, found 10k\n'],
    [
      ['frobnicate'],
      'unknown command: frobnicate\n  mend: write "drillcast run <scenario>", or compare, trace, lint, init, schema\n',
    ],
    [['compare'], 'Not enough non-option arguments: got 0, need at least 1\n'],
    [
      ['compare', 'x'],
      'compare: expected from 2 to 26 scenarios, found 1\n  mend: write "drillcast compare <baseline> <variant>"\n',
    ],
    [['compare', ...'abcdefghijklmnopqrstuvwxyz'.split(''), 'a'], 'expected from 2 to 26 scenarios, found 27\n'],
    [['compare', 'x', 'y', '--csv', '-'], '--csv: expected a folder, found -\n'],
    [
      ['compare', 'x', 'y', '--seed', '1.5', '--seed', 'abc'],
      '--seed: expected a whole number from 0 to 9007199254740991, found abc\n',
    ],
    [['run', '/shipped'], '/shipped: this is a folder\n  mend: give the path of a scenario file in it\n'],
    [['run', 'hotcold'], 'did you mean "hot-cold"?'],
    [['run', 'x', '--csv', '-'], '--csv: expected a folder, found -\n'],
    [
      ['trace', 'x', '--incident', 'best'],
      '--incident: expected p50, p95, p99, worst or a whole number, found "best"\n',
    ],
    [['run', 'x', '--incidents', '1.5'], '--incidents: expected a whole number from 1 to 100000000, found 1.5\n'],
    [['run', 'x', '--seed', 'abc'], '--seed: expected a whole number from 0 to 9007199254740991, found abc\n'],
    [['run', 'x', '--seed', '-1'], '--seed: expected a whole number from 0 to 9007199254740991, found -1\n'],
    [
      ['run', 'x'],
      'x: there is no such file, and Drillcast brings no scenario of that name\n  mend: give the path of a file, or one of hot-cold\n',
    ],
  ])('%j', async (argv, expected) => {
    const { code, stdout, stderr } = await outcomeOf(argv, { files: { '/shipped/hot-cold.yaml': '' } });
    expect(stderr).toContain(expected);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(Math.max(...stderr.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

describe('Help', () => {
  test('goes to standard output in at most 80 columns, names every command, and ends with the exit codes', async () => {
    const { code, stdout, stderr } = await outcomeOf(['--help']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    for (const command of ['run', 'compare', 'trace', 'lint', 'init', 'schema'])
      expect(stdout).toContain(`drillcast ${command}`);
    expect(stdout).toContain('70 a fault');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('of a command names its options and plays nothing', async () => {
    const { code, stdout } = await outcomeOf(['run', '--help']);
    expect(code).toBe(0);
    for (const option of ['--incidents', '--seed', '--json', '--csv', '--charts', '--check', '--color']) {
      expect(stdout).toContain(option);
    }
  });

  test('has the version beside it', async () => {
    expect(await outcomeOf(['--version'])).toMatchObject({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
  });
});

describe('A fault of our own', () => {
  const broken: World = {
    ...memoryWorld(),
    files: {
      ...memoryWorld().files,
      isFile: () => {
        throw new Error('an invariant broke');
      },
    },
  };

  test('ends with 70, and its last line is the command that replays it', async () => {
    const stderr = memoryWorld().stderr;
    const code = await runCommandLine(['run', 'my plan.yaml', '--seed', '7'], { ...broken, stderr });
    expect(code).toBe(70);
    expect(stderr.text).toContain('an invariant broke');
    expect(stderr.text.trimEnd().split('\n').at(-1)).toBe("drillcast run 'my plan.yaml' --seed 7");
  });
});

describe('init', () => {
  test('writes a scenario, and says how to play it', async () => {
    const { code, stdout, texts } = await outcomeOf(['init', 'plan.yaml']);
    expect(code).toBe(0);
    expect(stdout).toContain('drillcast run plan.yaml');
    expect(texts.get('plan.yaml')).toContain('extends: patterns/hot-cold');
  });

  test('leaves a file that is there alone', async () => {
    const { code, stderr, texts } = await outcomeOf(['init', 'plan.yaml'], { files: { 'plan.yaml': 'mine' } });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'plan.yaml: there is such a file already\n  mend: give another name, or --force to write over it\n',
    );
    expect(texts.get('plan.yaml')).toBe('mine');
  });

  test('writes over it with --force', async () => {
    const { code, texts } = await outcomeOf(['init', 'plan.yaml', '--force'], { files: { 'plan.yaml': 'mine' } });
    expect(code).toBe(0);
    expect(texts.get('plan.yaml')).not.toBe('mine');
  });
});
