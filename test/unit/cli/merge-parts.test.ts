import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../src/cli/command-line.js';
import { mergeParts } from '../../../src/cli/merge-parts.js';
import { compile } from '../../../src/plan/compile.js';
import { STEP_INCIDENTS } from '../../../src/study/blank-outcomes.js';
import { footingsOf } from '../../../src/study/rests-on/footings.js';
import { replicate } from '../../../src/study/replicate.js';
import { SketchedSamples } from '../../../src/study/sketched-samples.js';
import { summariseSamples } from '../../../src/study/summarise.js';
import { memoryWorld } from '../../support/memory-world.js';
import { shippedScenario } from '../../support/plan-of.js';
import { syntheticContext } from '../../support/synthetic-outcomes.js';

const SCENARIO = readFileSync('scenarios/reference-r1.yaml', 'utf8');
const scenarios = {
  'r1.yaml': SCENARIO,
  'other.yaml': SCENARIO.replace('size: 500 GiB', 'size: 501 GiB'),
};

type Texts = Readonly<Record<string, string>>;

async function drillcast(line: string, files: Texts) {
  const world = memoryWorld({ files: { ...scenarios, ...files } });
  const code = await runCommandLine(line.split(' '), world);
  return { code, stdout: world.stdout.text, stderr: world.stderr.text, texts: Object.fromEntries(world.texts) };
}

/** The file of one part. */
async function part(shard: string, { scenario = 'r1.yaml', incidents = 4000, seed = 1 } = {}): Promise<string> {
  const line = `run ${scenario} --incidents ${incidents} --seed ${seed} --shard ${shard} --out part`;
  return (await drillcast(line, {})).texts.part;
}

const [one, two, three] = await Promise.all(['1/3', '2/3', '3/3'].map((shard) => part(shard)));

async function refusalOf(files: Texts): Promise<string> {
  const { code, stdout, stderr } = await drillcast(`merge ${Object.keys(files).join(' ')}`, files);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

describe('Parts', () => {
  test('are merged in any order into the answer of the one run', async () => {
    const merged = await drillcast('merge c a b --json -', { a: one, b: two, c: three });
    expect(merged).toMatchObject({ code: 0, stderr: '' });
    expect(merged.stdout).toBe((await drillcast('run r1.yaml --incidents 4000 --json -', {})).stdout);
  });

  test('of a run that is too long to keep every value are counted as the run would have counted them', async () => {
    const parts = await Promise.all(
      ['1/5', '2/5', '3/5', '4/5', '5/5'].map((shard) => part(shard, { incidents: 20_000 })),
    );
    const { files } = memoryWorld({ files: Object.fromEntries(parts.map((text, index) => [`p${index}`, text])) });
    const paths = ['p4', 'p0', 'p3', 'p1', 'p2'];
    const scenario = shippedScenario('reference-r1');
    const context = { ...syntheticContext, footings: footingsOf(scenario) };
    const counted = summariseSamples(mergeParts(paths, files, 19_999).samples, context);
    const plan = compile(scenario);
    const whole = new SketchedSamples(replicate(plan, { seed: 1, incidents: 20_000 }));
    expect(counted).toEqual(summariseSamples(whole, context));
    expect(counted.stepIncidents).toBe(STEP_INCIDENTS);
    expect(mergeParts(paths, files, 20_000).samples.relativeError).toBe(0);
  });

  test('that are merged are judged as a run is', async () => {
    const file = SCENARIO.replace(/^incidents:/m, 'objectives: { rto: { p95: 1h } }\nincidents:');
    const { texts } = await drillcast('run r.yaml --incidents 2000 --shard 1/1 --out part', { 'r.yaml': file });
    expect((await drillcast('merge part --check', { part: texts.part })).code).toBe(1);
  });
});

describe('What is wrong with parts is named, with its mend, and all of it at once', () => {
  test('a part that is lost', async () => {
    expect(await refusalOf({ a: one, c: three })).toBe(
      'part 2 of 3 is missing\n' +
        '  mend: give its file too, or play it: drillcast run r1.yaml --incidents 4000 --seed 1 --shard 2/3 --out part-2\n',
    );
  });

  test('a part that is there twice', async () => {
    expect(await refusalOf({ a: one, b: two, c: three, d: two })).toBe(
      'd: part 2 of 3 is there twice, the other time as b\n  mend: leave one of the two out\n',
    );
  });

  test('a file that is truncated, be it by a single byte', async () => {
    for (const length of [two.length - 1, 20_000]) {
      expect(await refusalOf({ a: one, b: two.slice(0, length), c: three })).toBe(
        `b: it is truncated: it has ${length} of ${two.length} bytes\n` +
          '  mend: play it again: drillcast run r1.yaml --incidents 4000 --seed 1 --shard 2/3 --out b\n',
      );
    }
  });

  test('a file with a bit that flipped, anywhere, and one that goes on', async () => {
    for (const place of [0.1, 0.5, 0.9, 1].map((share) => Math.ceil(share * two.length) - 1)) {
      const flipped = String.fromCharCode(two.charCodeAt(place) ^ 1);
      const broken = two.slice(0, place) + flipped + two.slice(place + 1);
      expect(await refusalOf({ a: one, b: broken, c: three })).toContain('b: it is corrupted: its checksum is ');
    }
    expect(await refusalOf({ a: one, b: `${two}x`, c: three })).toContain('b: it is corrupted');
  });

  test('a file whose first line is damaged, or that is none of ours, or empty', async () => {
    for (const broken of [two.slice(1), SCENARIO, '', '{"format":"drillcast-part/1"}\n', 'null\n']) {
      expect(await refusalOf({ a: one, b: broken })).toContain(
        'b: it is no part of a run, or its beginning is damaged',
      );
    }
  });

  test('a part in the format of another version', async () => {
    const broken = two.replace('drillcast-part/1', 'drillcast-part/2');
    expect(await refusalOf({ b: broken })).toContain('b: it is in the format drillcast-part/2');
  });

  test.each([
    ['seed', { seed: 2 }, 'seed 2, not 1'],
    ['total', { incidents: 5000 }, 'incidents 5000, not 4000'],
    ['scenario', { scenario: 'other.yaml' }, 'sha256 '],
  ])('a part of another %s', async (_, options, words) => {
    const stderr = await refusalOf({ a: one, b: await part('2/3', options), c: three });
    expect(stderr).toContain(`b: it is of another run than a: ${words}`);
    expect(stderr).toContain('  mend: merge the parts of one run by themselves\n');
  });

  test('a part of a run that was cut into another number of parts', async () => {
    const stderr = await refusalOf({ a: one, b: await part('2/2') });
    expect(stderr).toContain('b: it is of another run than a: number of parts 2, not 3');
  });

  test('several at once', async () => {
    const stderr = await refusalOf({ a: one, b: two.slice(0, -9), c: 'x', d: await part('3/3', { seed: 9 }) });
    expect(stderr.match(/^\w: /gm)).toEqual(['b: ', 'c: ', 'd: ']);
  });
});

describe('run --shard', () => {
  test.each([
    ['--shard 0/3 --out p', '--shard: expected a part from 1/1 to 98/98, found 0/3\n'],
    ['--shard 4/3 --out p', 'found 4/3\n'],
    ['--shard 1/99 --out p', 'mend: parts are counted from 1; of 100,000 incidents there are at most 98\n'],
    ['--shard one --out p', 'found one\n'],
    ['--shard 1/3', '--shard: it is not said where the part goes\n  mend: write --out FILE\n'],
    ['--out p', '--out: is for a part of a run\n'],
    ['--shard 1/3 --out p --check', '--shard: a part of a run has no answer for --json, --csv, --charts or --check\n'],
  ])('%s is refused', async (options, words) => {
    const { code, stderr } = await drillcast(`run r1.yaml ${options}`, {});
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });

  test('that is interrupted writes no part', async () => {
    const world = memoryWorld({
      files: scenarios,
      onInterrupt: (hear) => {
        hear();
        return () => undefined;
      },
    });
    const code = await runCommandLine(['run', 'r1.yaml', '--shard', '1/3', '--out', 'part'], world);
    expect({ code, stderr: world.stderr.text }).toEqual({
      code: 130,
      stderr: 'Interrupted: the part was not written.\n',
    });
    expect(world.texts.has('part')).toBe(false);
  });
});
