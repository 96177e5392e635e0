/*
 * Drillcast's side of the benchmark, a process of its own: plays a reference scenario through the built package, and
 * prints the nanoseconds per incident. Started by `run.ts`; plain JavaScript, so that no compiler shares the process that
 * is measured; the time of the processor counts V8's own threads too.
 *
 * `node play-reference.js <scenario> replicate|blocks <incidents> <threads>`: as every caller plays it, with all outcomes
 * kept and the runbook looked at in the first incidents; or the inner loop alone, which keeps nothing. On several threads
 * it is played as `drillcast run` does, starting them included.
 */
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { RunPlayer } from '../../dist/cli/run-player.js';
import { startNodeThreads } from '../../dist/cli/node-threads.js';
import { beginSharedRun } from '../../dist/cli/shared-run.js';
import { compile, readScenario, replicate } from '../../dist/index.js';
import { BLOCK_INCIDENTS } from '../../dist/simulation/block-draws.js';
import { BlockSimulator } from '../../dist/simulation/block-simulator.js';

const [, , name, what, ...numbers] = process.argv;
const [incidents, threads] = numbers.map(Number);
const file = `scenarios/${name}.yaml`;
const load = (reference) => ({
  file: reference,
  text: readFileSync(`scenarios/${reference.replace('./', '')}`, 'utf8'),
});
const read = readScenario(readFileSync(file, 'utf8'), { file, load });
if (read.kind !== 'scenario') throw new Error(`${file} has problems`);
const plan = compile(read.scenario);

const started = performance.now();
const spentBefore = process.cpuUsage();
if (what === 'blocks') {
  const simulator = BlockSimulator.of(plan, 1);
  for (let block = 0; block < incidents / BLOCK_INCIDENTS; block++) simulator.play(block);
} else if (threads === 1) replicate(plan, { seed: 1, incidents });
else await playOn(threads);
const wall = ((performance.now() - started) * 1e6) / incidents;
const { user, system } = process.cpuUsage(spentBefore);
console.log(`${wall.toFixed(1)} ns/incident, cpu ${(((user + system) * 1e3) / incidents).toFixed(1)} ns/incident`);

/** On so many threads, this one included. */
async function playOn(workers) {
  const run = { seed: 1, range: { from: 0, to: incidents } };
  const world = { now: () => performance.now(), startThreads: startNodeThreads, breathe: () => setImmediate() };
  const player = new RunPlayer(beginSharedRun(plan, run), { ...run, workers, onProgress: () => {} }, world);
  await player.playTo(incidents);
  await player.close();
}
