/**
 * How fast, beside what: the reference model, with two engineers and with any number, by Drillcast and by programs that
 * were written for this one model. They take turns in one run, so that a busy machine is busy for all: trust ratios.
 *
 * `npm run bench -- [incidents per round] [rounds] [--write]`; with `--write` the tables go into docs/performance.md.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { contendersFor } from './contenders.js';
import type { Contender, Variant } from './contenders.js';
import { playRound } from './play-round.js';
import type { Round } from './play-round.js';

const PAGE = 'docs/performance.md';
const BEGIN = '<!-- measured: written by `npm run bench -- --write` -->';
const END = '<!-- end of measured -->';
const TITLES: Readonly<Record<Variant, string>> = {
  r1: 'R1, two engineers (`reference-r1`)',
  unlimited: 'R1-unlimited, any number of engineers (`reference-r1-unlimited`)',
};

const [incidents = 2_000_000, rounds = 7] = process.argv
  .slice(2)
  .filter((word) => word !== '--write')
  .map(Number);
const tables: string[] = [];
for (const variant of ['r1', 'unlimited'] as const) {
  const played = await playInTurns(contendersFor(variant, incidents), TITLES[variant]);
  tables.push(`### ${TITLES[variant]}\n\n${tableOf(played)}\n`);
}
const measured = `${machine()}\n\n${tables.join('\n')}`;
console.log(measured);
if (process.argv.includes('--write')) {
  const page = readFileSync(PAGE, 'utf8');
  const [before, after] = [page.split(BEGIN)[0], page.split(END)[1]];
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${measured}\n${END}${after}`);
}

async function playInTurns(contenders: readonly Contender[], title: string): Promise<Map<Contender, Round[]>> {
  const played = new Map(contenders.map((contender): [Contender, Round[]] => [contender, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const [contender, results] of played) results.push(await playRound(contender));
    console.error(`${title}: round ${round} of ${rounds}`);
  }
  return played;
}

/** One row per contender. A ratio is the median of the ratios of the rounds, because both shared what was going on. */
function tableOf(played: ReadonlyMap<Contender, readonly Round[]>): string {
  const [[yardstick, beside]] = played;
  const rows = [...played].map(([{ name, threads }, results]) => {
    const ratioOf = (what: 'nanoseconds' | 'cpuNanoseconds'): string =>
      medianOf(results.map((result, round) => result[what] / beside[round][what])).toFixed(2);
    const nanoseconds = medianOf(results.map((result) => result.nanoseconds));
    return [
      name,
      threads.toString(),
      Math.round(1e9 / nanoseconds).toLocaleString('en-US'),
      nanoseconds.toFixed(0),
      ratioOf('nanoseconds'),
      medianOf(results.map(({ cpuNanoseconds }) => cpuNanoseconds)).toFixed(0),
      ratioOf('cpuNanoseconds'),
      medianOf(results.map(({ peakMebibytes }) => peakMebibytes)).toFixed(0),
    ];
  });
  const ratio = `ratio to ${yardstick.name}`;
  const head = ['program', 'threads', 'incidents/s', 'ns/incident', ratio, 'cpu ns/incident', 'cpu ratio', 'peak MiB'];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const pad = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [head.map(pad), rule, ...rows.map((row) => row.map(pad))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Machine, versions and size of the run. */
function machine(): string {
  const compiler = firstLineOf('cc', '--version');
  const python = firstLineOf(
    'python3',
    '-c',
    'import numpy, sys; print("Python", sys.version.split()[0], "with NumPy", numpy.__version__)',
  );
  const versions = [`Node.js ${process.version}`, `V8 ${process.versions.v8}`, compiler, python];
  return [
    `- \`${cpus()[0].model}\`, ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GiB, \`${type()} ${release()}\``,
    `- ${versions.flatMap((each) => (each === '' ? [] : [`\`${each}\``])).join(', ')}`,
    `- ${incidents.toLocaleString('en-US')} incidents a round (SimPy fewer), medians of ${rounds} interleaved rounds, ${loadavg()[1].toFixed(1)} processes busy on average`,
  ].join('\n');
}

function firstLineOf(command: string, ...parameters: readonly string[]): string {
  const { status, stdout } = spawnSync(command, parameters, { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0] : '';
}

function medianOf(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b);
  const middle = Math.floor(ascending.length / 2);
  return ascending.length % 2 === 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
}
