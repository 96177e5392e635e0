import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/study/check/check-report.js';
import type { Sizing } from '../../src/study/size/sizing.js';
import type { Comparison } from '../../src/study/comparison.js';
import type { Summary } from '../../src/study/summary.js';
import { drillcast, temporaryFolder } from './drillcast.js';

/** One step of 100 s, known by five times: the true P50 lies from 69 s to 146 s, and the run itself is sure. */
const FILE = `drillcast: 1
name: Known by five times
surfaces: { database: { versioned: true } }
incidents: { loss: {} }
objectives: { rto: { p50: 110s, p90: 1h } }
runbook:
  restore: { takes: { lognormal: { p50: 100s, sigma: 0.42 }, source: drill, counts-as: 5 } }
milestones: { service-reopened: restore, incident-closed: restore }
`;
const VARIED = ['--vary', 'costs.downtime=100/h|200/h'];
const FEW = ['--incidents', '8000', '--draws', '400'];

function fileOf(text: string): string {
  const file = join(temporaryFolder(), 'known.yaml');
  writeFileSync(file, text);
  return file;
}

function isValid(schema: string, text: string): boolean {
  const ajv = new Ajv2020();
  return ajv.validate(JSON.parse(readFileSync(`schema/${schema}.json`, 'utf8')) as object, JSON.parse(text));
}

describe('drillcast run of a scenario that says how well it is known', () => {
  it('tells bands, and that only a drill can tell whether an objective is met', () => {
    const { code, stdout } = drillcast(['run', fileOf(FILE), ...FEW]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/RTO {2}P50 within 110s +undecided \* /);
    expect(stdout).toMatch(/RTO {2}P90 within 1h +met /);
    expect(stdout).toContain('undecided *: its inputs are not known well enough; only a drill can tell.');
    expect(stdout).toContain('What drills have not settled');
    expect(stdout.replaceAll(/ *\\\n/g, ' ')).toContain('--draws 400 --assumptions-count 2 --incidents 8000');
    expect(stdout.split('\n').filter((line) => line.length > 80 && !line.includes('/'))).toEqual([]);
  });

  it('has the band of the noncentral t, and the same bytes with any number of workers', () => {
    const file = fileOf(FILE);
    const [one, two] = ['1', '2'].map((workers) =>
      drillcast(['run', file, ...FEW, '--workers', workers, '--json', '-']),
    );
    expect(two.stdout).toBe(one.stdout);
    expect(isValid('result', one.stdout)).toBe(true);
    const { uncertainty, draws, metrics } = JSON.parse(one.stdout) as Summary;
    expect(draws).toBe(400);
    expect(uncertainty).toMatchObject({ draws: 400, incidents: 2048, inputs: { measured: 1, assumed: 0 } });
    const { low, high, both } = uncertainty?.metrics.rto.quantiles.p50 ?? { low: 0, high: 0, both: 0 };
    expect(Math.abs((low ?? 0) / 68.7 - 1)).toBeLessThan(0.15);
    expect(Math.abs((high ?? 0) / 145.5 - 1)).toBeLessThan(0.15);
    expect(Math.abs((both ?? 0) / 100 - 1)).toBeLessThan(0.1);
    expect(metrics.rto.objectives.map(({ undecidedFor }) => undecidedFor)).toEqual(['drills', null]);
  });

  it('writes the bands as a table too, and its headings only without draws', () => {
    const folder = temporaryFolder();
    const rows = (...more: string[]): readonly string[] => {
      expect(drillcast(['run', fileOf(FILE), ...FEW, ...more, '--csv', folder]).code).toBe(0);
      return readFileSync(join(folder, 'uncertainty.csv'), 'utf8').trim().split(/\r?\n/);
    };
    const table = rows();
    expect(table).toHaveLength(1 + 3 * 6 + 2);
    const cells =
      table
        .find((row) => row.startsWith('rto,quantile,0.5,'))
        ?.split(',')
        .map(Number) ?? [];
    expect([cells[4] < cells[5], cells[5] < cells[6], Math.abs(cells[4] / 68.7 - 1) < 0.15]).toEqual([
      true,
      true,
      true,
    ]);
    expect(table.find((row) => row.startsWith('rto,objective,0.9,'))).toMatch(/,3600,,,,,1,1,1,[\d.]+$/);
    expect(rows('--draws', '0')).toEqual([table[0]]);
  });

  it('plays no draws when they are not wanted, and says what is missing where nothing is uncertain', () => {
    const file = fileOf(FILE);
    const { stdout } = drillcast(['run', file, '--incidents', '8000', '--draws', '0']);
    expect(stdout).not.toContain('What drills have not settled');
    expect(stdout).toMatch(/RTO {2}P50 within 110s +met /);
    expect(stdout.replaceAll(/ *\\\n/g, ' ')).toContain('--draws 0 --incidents 8000');
    const known = fileOf(FILE.replace(', counts-as: 5', ''));
    expect(drillcast(['run', known, ...FEW])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no input of the scenario is uncertain') as string,
    });
    const plain = JSON.parse(drillcast(['run', known, '--incidents', '500', '--json', '-']).stdout) as Summary;
    expect([plain.draws, plain.uncertainty]).toEqual([null, null]);
    expect(drillcast(['run', file, '--draws', '7']).stderr).toContain('--draws: expected 0, or a whole number from 40');
    expect(drillcast(['run', file, '--assumptions-count', 'two']).stderr).toContain('--assumptions-count: expected 0');
  });
});

describe('drillcast compare of scenarios that say how well they are known', () => {
  const comparisonOf = (...args: readonly string[]): Comparison => {
    const { code, stdout, stderr } = drillcast(['compare', ...args, '--json', '-']);
    expect([code, stderr, isValid('comparison', stdout)]).toEqual([0, '', true]);
    return JSON.parse(stdout) as Comparison;
  };

  it('knows the difference far better than either, where both hang on the same input', () => {
    const check = '\n  check: { follows: restore, takes: { value: 10s, source: measured } }';
    const longer = FILE.replace('counts-as: 5 } }', `counts-as: 5 } }${check}`)
      .replace('service-reopened: restore', 'service-reopened: check')
      .replace('incident-closed: restore', 'incident-closed: check');
    const { variants } = comparisonOf(fileOf(FILE), fileOf(longer), ...FEW);
    const { verdict, undecidedFor, uncertainty } = variants[0].metrics['rto'];
    expect([verdict, undecidedFor]).toEqual(['worse', null]);
    for (const end of Object.values({ ...uncertainty?.shifts.p50, ...uncertainty?.shifts.p95 })) {
      expect(end).toBeCloseTo(10, 6);
    }
    expect(uncertainty?.inDraws).toEqual({ mostlyBetter: 0, mostlyWorse: 1, p95Less: 0, p95More: 1 });
    expect(variants[0].metrics['rpo'].verdict).toBe('equal');
  });

  it('has a band of the difference of medians of one law and its half: −50 s times exp of Student t with 7 degrees', () => {
    const half = FILE.replace('p50: 100s', 'p50: 50s');
    const { variants, results } = comparisonOf(fileOf(FILE), fileOf(half), ...FEW);
    const { low, high } = variants[0].metrics['rto'].uncertainty?.shifts.p50 ?? { low: 0, high: 0 };
    expect(Math.abs((low ?? 0) / -72.8 - 1)).toBeLessThan(0.15);
    expect(Math.abs((high ?? 0) / -34.35 - 1)).toBeLessThan(0.15);
    expect(results[0].metrics.rto.objectives.map(({ undecidedFor }) => undecidedFor)).toEqual(['drills', null]);
  });

  it('is undecided for drills where the run is sure and the inputs are not, and says so', () => {
    const other = FILE.replace(
      'restore: { takes: { lognormal: { p50: 100s',
      'rebuild: { takes: { lognormal: { p50: 95s',
    ).replaceAll(': restore', ': rebuild');
    const files = [fileOf(FILE), fileOf(other)];
    expect(comparisonOf(...files, '--incidents', '8000', '--draws', '0').variants[0].metrics['rto'].verdict).toBe(
      'better',
    );
    const { verdict, undecidedFor } = comparisonOf(...files, ...FEW).variants[0].metrics['rto'];
    expect([verdict, undecidedFor]).toEqual(['undecided', 'drills']);
    const { stdout } = drillcast(['compare', ...files, ...FEW]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'its inputs are not known well enough to say so, and only a drill can tell',
    );
    expect(stdout).toContain('What drills have not settled');
    expect(stdout.replaceAll(/ *\\\n/g, ' ')).toContain('--draws 400 --assumptions-count 2 --incidents 8000');
    expect(stdout.split('\n').filter((line) => line.length > 80 && !line.includes('/'))).toEqual([]);
  });
});

describe('drillcast report and size of a scenario that says how well it is known', () => {
  it('tell that only a drill can tell, with the share of draws', () => {
    const { stdout } = drillcast(['report', fileOf(FILE), ...FEW]);
    expect(stdout).toContain('**undecided**: only a drill can tell');
    expect(stdout).toContain('### What drills have not settled');
    expect(stdout.replaceAll(/ *\\\n/g, ' ')).toContain('--draws 400');
    const priced = `${FILE.replace('loss: {}', 'loss: { frequency: 1 per year }')}costs: { currency: EUR, downtime: 100/h, data-loss: 0/h, unrecoverable: 1000 }\n`;
    const sized = (...more: string[]): { readonly stdout: string } =>
      drillcast(['size', fileOf(priced), '--meet', 'p50(rto) <= 110s', '--meet', 'p90(rto) <= 1h', ...VARIED, ...more]);
    const { draws, uncertainty } = JSON.parse(sized('--json', '-').stdout) as Sizing;
    expect([draws, uncertainty?.candidates[0].kept[1], uncertainty?.candidates[0].verdict]).toEqual([
      200,
      1,
      'undecided',
    ]);
    expect(isValid('sizing', sized('--json', '-').stdout)).toBe(true);
    expect(sized().stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /p50\(rto\) <= 110s is kept in \d+\.\d% of 200 draws of 1 uncertain inputs only/,
    );
    const without = JSON.parse(sized('--draws', '0', '--json', '-').stdout) as Sizing;
    expect([without.draws, without.uncertainty]).toEqual([0, null]);
  });
});

describe('drillcast merge of the parts of a run whose inputs were drawn', () => {
  it('gives the bytes of the one run, and refuses parts that were drawn otherwise', () => {
    const file = fileOf(FILE);
    const folder = temporaryFolder();
    const part = (number: number, ...more: string[]): string => {
      const out = join(folder, `part-${String(number)}${more.join('')}`);
      expect(drillcast(['run', file, ...FEW, ...more, '--shard', `${String(number)}/2`, '--out', out]).stderr).toBe('');
      return out;
    };
    const [first, second] = [1, 2].map((number) => part(number));
    for (const json of [['--json', '-'], []]) {
      expect(drillcast(['merge', second, first, ...json]).stdout).toBe(
        drillcast(['run', file, ...FEW, ...json]).stdout,
      );
    }
    const other = part(2, '--draws', '0');
    expect(drillcast(['merge', first, other]).stderr).toContain('draws 0 (an assumption counts as 2), not 400');
    expect(drillcast(['merge', second]).stderr).toContain('--draws 400 --assumptions-count 2 --incidents 8000');
  });
});

describe('drillcast check of a scenario that says how well it is known', () => {
  it('is undecided for drills, passes by choice, and tells in how many draws a limit is kept', () => {
    const file = fileOf(FILE);
    const require = ['--require', 'mean(rto) <= 1h', '--require', 'share(rto <= 110s) >= 50%'];
    const { code, stdout } = drillcast(['check', file, ...FEW, ...require, '--json', '-']);
    expect([code, isValid('check', stdout)]).toEqual([0, true]);
    const { verdict, items } = JSON.parse(stdout) as CheckReport;
    expect(verdict).toBe('undecided');
    const judged = items.flatMap((item) => (item.kind === 'readiness' ? [] : [[item.verdict, item.undecidedFor]]));
    expect(judged).toEqual([
      ['undecided', 'drills'],
      ['met', null],
      ['met', null],
      ['undecided', 'drills'],
    ]);
    const text = drillcast(['check', file, ...FEW, '--undecided', 'fail']);
    expect(text.code).toBe(1);
    expect(text.stdout).toContain('the inputs are not known well enough. Only a drill can tell.');
    expect(text.stdout).toMatch(/kept in \d+\.\d% of draws/);
  });
});

describe('drillcast drills next', () => {
  const next = ['--draws', '200', '--incidents', '200'];

  it('says what to measure, the same with any number of workers, and as JSON of its schema', () => {
    const file = fileOf(FILE);
    const one = drillcast(['drills', 'next', file, ...next, '--workers', '1', '--json', '-']);
    const two = drillcast(['drills', 'next', file, ...next, '--workers', '2', '--json', '-']);
    expect(two.stdout).toBe(one.stdout);
    expect([one.code, isValid('next', one.stdout)]).toEqual([0, true]);
    const text = drillcast(['drills', 'next', file, ...next]).stdout;
    expect(text).toContain('Measure restore next');
    expect(text).toMatch(/RTO P50 within 110s +undecided +\d+\.\d% {2}\S/);
    expect(text.replaceAll(/ *\\\n/g, ' ')).toContain('--draws 200 --assumptions-count 2 --incidents 200 --seed 1');
  });

  it('refuses what it cannot do, in words', () => {
    const file = fileOf(FILE);
    const refused = (...more: string[]): string => drillcast(['drills', 'next', file, ...more]).stderr;
    expect(refused('--metric', 'mttr')).toContain('--metric: expected one of rto, rpo, rtt; found "mttr"');
    expect(refused('--draws', '100')).toContain('--draws: of fewer than 200 draws nothing can be told apart');
    expect(refused('--draws', '10000', '--incidents', '100000')).toContain('write --incidents 2000');
    const known = fileOf(FILE.replace(', counts-as: 5', ''));
    expect(drillcast(['drills', 'next', known, ...next])).toMatchObject({ code: 2, stdout: '' });
  });
});
