import { spawnSync } from 'node:child_process';

/** The two sizes of the reference model, by the names that the peers give them. */
export type Variant = 'r1' | 'unlimited';

/** A program that plays the reference model and prints what it took: "… ns/incident, cpu … ns/incident". */
export interface Contender {
  readonly name: string;
  readonly threads: number;
  readonly incidents: number;
  readonly command: readonly [string, ...string[]];
}

const PEERS = 'test/bench/peers';
const PARAMETERS = ['--params', `${PEERS}/c/r1.json`];
const SCENARIO: Readonly<Record<Variant, string>> = { r1: 'reference-r1', unlimited: 'reference-r1-unlimited' };

/** SimPy takes so many times longer that it is given fewer incidents. */
const SIMPY_SHARE = 1 / 200;

/** Those that can be run on this machine; the first is the yardstick where there is a C compiler. */
export function contendersFor(variant: Variant, incidents: number): readonly Contender[] {
  const peer = (name: string, command: readonly [string, ...string[]], count = incidents): Contender => ({
    name,
    threads: 1,
    incidents: count,
    command: [...command, ...PARAMETERS, '--variant', variant, '--incidents', String(count)],
  });
  return [
    ...(canRun('The engine in C', 'make', ['-s', '-C', `${PEERS}/c`])
      ? [peer('C, events', [`${PEERS}/c/r1`, '--engine', 'des'])]
      : []),
    drillcast('Drillcast', 'replicate', variant, incidents),
    drillcast('Drillcast', 'replicate', variant, incidents, 2),
    drillcast('Drillcast, nothing kept', 'blocks', variant, incidents),
    ...(canRun('NumPy', 'python3', ['-c', 'import numpy'])
      ? [peer('NumPy, columns', ['python3', `${PEERS}/numpy/r1_numpy.py`])]
      : []),
    ...(canRun('SimPy', 'python3', ['-c', 'import simpy'])
      ? [peer('SimPy, processes', ['python3', `${PEERS}/simpy/r1_simpy.py`], Math.ceil(incidents * SIMPY_SHARE))]
      : []),
  ];
}

/** Drillcast's side, on one thread or cut up among several. */
function drillcast(
  name: string,
  what: 'replicate' | 'blocks',
  variant: Variant,
  incidents: number,
  threads = 1,
): Contender {
  return {
    name,
    threads,
    incidents,
    command: [
      process.execPath,
      'test/bench/play-reference.js',
      SCENARIO[variant],
      what,
      String(incidents),
      String(threads),
    ],
  };
}

/** Whether a command ends well; says so when it does not, as the numbers then stand without that yardstick. */
function canRun(what: string, command: string, parameters: readonly string[]): boolean {
  const { status, stderr, error } = spawnSync(command, parameters, { encoding: 'utf8' });
  if (status === 0) return true;
  const reason = error?.message ?? stderr.trim().split('\n').at(-1) ?? '';
  console.error(`${what} is left out: it cannot be run here. ${reason}`);
  return false;
}
