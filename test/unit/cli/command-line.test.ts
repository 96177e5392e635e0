import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../src/cli/command-line.js';
import type { World } from '../../../src/cli/world.js';
import { looksUpTo } from '../../../src/study/precision-rule.js';
import type { Summary } from '../../../src/study/summary.js';
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
      '--incidents: expected a whole number from 1 to 1000000000, found 0\n  mend: write --incidents 1 or more\n',
    ],
    [['run', 'x', '--incidents', '10k'], '--incidents: expected a whole number from 1 to 1000000000, found 10k\n'],
    [['frobnicate'], 'unknown command: frobnicate\n  mend: "drillcast --help" lists the commands\n'],
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
    [['run', 'x', '--incidents', '1.5'], '--incidents: expected a whole number from 1 to 1000000000, found 1.5\n'],
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

describe('run --precision', () => {
  const files = { 'r1.yaml': readFileSync('scenarios/reference-r1.yaml', 'utf8') };
  const resultOf = async (...options: readonly string[]) => {
    const { stdout } = await outcomeOf(['run', 'r1.yaml', '--json', '-', ...options], { files, tickMs: 100 });
    return JSON.parse(stdout) as Summary;
  };

  test('plays until it is reached, with intervals at least as wide as those of a run by count', async () => {
    const { end, incidents, metrics, ...rest } = await resultOf('--precision', '3%', '--incidents', '200000');
    expect(end).toEqual({ reason: 'precision', asked: 200_000, precision: 0.03 });
    expect(looksUpTo(200_000)).toContain(incidents);
    const byCount = await resultOf('--incidents', String(incidents));
    expect(rest).toEqual({ ...byCount, end: undefined, incidents: undefined, metrics: undefined });
    for (const name of ['rto', 'rpo', 'rtt']) {
      for (const quantile of ['p50', 'p95'] as const) {
        const { value, low, high } = metrics[name].quantiles[quantile];
        expect(((high ?? NaN) - (low ?? NaN)) / 2).toBeLessThanOrEqual(0.03 * (value ?? NaN));
        const counted = byCount.metrics[name].quantiles[quantile];
        expect(value).toBe(counted.value);
        expect(low).toBeLessThan(counted.low ?? NaN);
        expect(high).toBeGreaterThan(counted.high ?? NaN);
      }
    }
  });

  test('gives the same bytes for any number of workers, and by the command that it prints', async () => {
    const answer = async (...argv: readonly string[]) => (await outcomeOf(argv, { files, tickMs: 100 })).stdout;
    const text = await answer('run', 'r1.yaml', '--precision', '0.03', '--incidents', '200000', '--workers', '1');
    expect(text).toContain('Played until it told P50 and P95 of RTO, RPO and RTT to within 3%.');
    const replay = /^drillcast run .*$/m.exec(text)?.[0].split(' ').slice(1) ?? [];
    expect(replay).toEqual('run r1.yaml --precision 0.03 --incidents 200000 --seed 1'.split(' '));
    expect(await answer(...replay, '--workers', '3')).toBe(text);
  });

  test('says loudly when the ceiling is reached before it', async () => {
    const { code, stdout } = await outcomeOf(['run', 'r1.yaml', '--precision', '0.1%', '--incidents', '9000'], {
      files,
    });
    expect(code).toBe(0);
    expect(stdout.replaceAll('\n', ' ')).toContain('!! NOT PRECISE ENOUGH: 9,000 incidents do not tell P50 and P95 ');
  });

  test.each(['0', '60%', 'fine', '-1%'])('is refused when it is %s', async (precision) => {
    const { code, stderr } = await outcomeOf(['run', 'r1.yaml', `--precision=${precision}`], { files });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `--precision: expected a share from 0.01% to 50%, found ${precision}\n  mend: write --precision 1%\n`,
    });
  });
});

describe('An interruption', () => {
  const interruptedAt = (block: number) => {
    let hear = (): void => undefined;
    let blocks = 0;
    return outcomeOf(['run', '/shipped/r1.yaml', '--incidents', '20000', '--json', '-', '--check'], {
      files: { '/shipped/r1.yaml': readFileSync('scenarios/reference-r1.yaml', 'utf8') },
      onInterrupt: (listener) => {
        hear = listener;
        if (block === 0) hear();
        return () => (hear = () => undefined);
      },
      breathe: () => {
        blocks += 1;
        if (blocks === block) hear();
        return Promise.resolve();
      },
    });
  };

  test('ends with 130 and the answer of the blocks played until then, and says so', async () => {
    const { code, stdout, stderr } = await interruptedAt(3);
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ incidents: 3072, end: { reason: 'interrupted', asked: 20_000 } });
    expect(stderr).toBe(
      'Interrupted: the answer is that of the first 3,072 of 20,000 incidents, replayed with\n' +
        'drillcast run /shipped/r1.yaml --incidents 3072 --seed 1\n',
    );
  });

  test('before anything was played leaves no answer', async () => {
    expect(await interruptedAt(0)).toMatchObject({
      code: 130,
      stdout: '',
      stderr: 'Interrupted before any incident was played: there is no answer.\n',
    });
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
