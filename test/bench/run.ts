/**
 * How fast, beside what: the reference model R1 on one thread, by Drillcast and by an event engine in C that was
 * written for this one model. The two take turns in one run, so that a busy machine is busy for both.
 *
 * `npm run bench -- [incidents per round] [rounds]`
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Contender {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Finds the nanoseconds per incident in what the process printed. */
  readonly result: RegExp;
}

interface Round {
  readonly nanoseconds: number;
  readonly peakMebibytes: number;
}

const incidents = Number(process.argv[2] ?? 2_000_000);
const rounds = Number(process.argv[3] ?? 7);
const C_ENGINE = 'test/bench/peers/c';

const drillcast: Contender = {
  name: 'Drillcast',
  command: [process.execPath, 'test/bench/play-reference.js', String(incidents)],
  result: /^([\d.]+)$/m,
};
const eventsInC: Contender = {
  name: 'C, events',
  command: [`${C_ENGINE}/r1`, '--params', `${C_ENGINE}/r1.json`, '--engine', 'des', '--incidents', String(incidents)],
  result: /([\d.]+) ns\/incident/,
};

const contenders = hasCompiledPeer() ? [eventsInC, drillcast] : [drillcast];
const played = new Map(contenders.map((contender): [Contender, Round[]] => [contender, []]));
for (let round = 1; round <= rounds; round += 1) {
  for (const [contender, results] of played) results.push(await playRound(contender));
  console.error(`round ${round} of ${rounds}`);
}
printTable();

/** Compiles the peer; says so when it cannot, as the numbers then stand without their yardstick. */
function hasCompiledPeer(): boolean {
  const { status, stderr, error } = spawnSync('make', ['-s', '-C', C_ENGINE], { encoding: 'utf8' });
  if (status === 0) return true;
  console.error(`The engine in C is left out: it could not be compiled here. ${error?.message ?? stderr}`);
  return false;
}

async function playRound({ name, command: [program, ...parameters], result }: Contender): Promise<Round> {
  const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let peakMebibytes = Number.NaN;
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const poll = setInterval(() => (peakMebibytes = peakMemory(child.pid) ?? peakMebibytes), 5);
  const status = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  clearInterval(poll);
  const nanoseconds = Number(result.exec(printed)?.[1]);
  if (status !== 0 || Number.isNaN(nanoseconds)) throw new Error(`${name} failed:\n${printed}`);
  return { nanoseconds, peakMebibytes };
}

/** The most memory that the process has held so far, where the system tells (Linux). */
function peakMemory(pid: number | undefined): number | undefined {
  try {
    const kibibytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
  } catch {
    // It has just ended, or the system has no such file: the last value known stands.
    return undefined;
  }
}

function printTable(): void {
  const yardstick = medianOf(played.get(contenders[0]) ?? [], 'nanoseconds');
  console.log(`R1, one thread, ${incidents} incidents a round, medians of ${rounds} interleaved rounds`);
  console.log('engine        ns/incident  (min – max)         incidents/s   ratio  peak MiB');
  for (const [{ name }, results] of played) {
    const each = results.map(({ nanoseconds }) => nanoseconds);
    const median = medianOf(results, 'nanoseconds');
    console.log(
      [
        name.padEnd(12),
        median.toFixed(0).padStart(12),
        `  (${Math.min(...each).toFixed(0)} – ${Math.max(...each).toFixed(0)})`.padEnd(20),
        Math.round(1e9 / median)
          .toString()
          .padStart(11),
        (median / yardstick).toFixed(2).padStart(7),
        medianOf(results, 'peakMebibytes').toFixed(0).padStart(9),
      ].join(' '),
    );
  }
}

function medianOf(results: readonly Round[], what: keyof Round): number {
  const ascending = results.map((result) => result[what]).sort((a, b) => a - b);
  const middle = Math.floor(ascending.length / 2);
  return ascending.length % 2 === 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
}
