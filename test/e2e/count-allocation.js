/*
 * Prints how many bytes the inner loop allocates per incident of a shipped scenario, once the compiler has settled. A
 * process of its own on the built package, because the test runner's view of modules makes the compiler box numbers.
 * Started by `allocation.test.ts` with a large nursery.
 *
 * `node <flags> count-allocation.js <scenario> [boxed]`; with `boxed` a number per incident is put into memory of its
 * own on purpose.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { compile, readScenario } from '../../dist/index.js';
import { BLOCK_INCIDENTS } from '../../dist/simulation/block-draws.js';
import { BlockSimulator } from '../../dist/simulation/block-simulator.js';

const [, , name, isBoxed] = process.argv;
const file = `scenarios/${name}.yaml`;
const load = (reference) => ({
  file: reference,
  text: readFileSync(`scenarios/${reference.replace('./', '')}`, 'utf8'),
});
const read = readScenario(readFileSync(file, 'utf8'), { file, load });
if (read.kind !== 'scenario') throw new Error(`${file} has problems`);
const simulator = BlockSimulator.of(compile(read.scenario), 1);
if (simulator === undefined) throw new Error(`${file} is not played in blocks`);

const boxes = new Array(BLOCK_INCIDENTS).fill({});
function play(from, to) {
  for (let block = from; block < to; block++) {
    simulator.play(block);
    if (isBoxed) for (let row = 0; row < BLOCK_INCIDENTS; row++) boxes[row] = simulator.rto[row];
  }
}

/** Bytes per incident in one stretch of blocks. */
function count(blocks) {
  // An empty nursery holds all of a stretch, so nothing is collected while it is counted.
  globalThis.gc();
  const before = getHeapStatistics().used_heap_size;
  play(0, blocks);
  return (getHeapStatistics().used_heap_size - before) / (blocks * BLOCK_INCIDENTS);
}

play(0, 400);
// The least of many stretches: what the compiler itself allocates while it settles falls into some of them only.
const stretches = [];
for (let stretch = 0; stretch < 12; stretch++) {
  stretches.push(count(100));
  // Lets a compilation that has ended in the background take effect.
  await sleep(20);
}
console.log(Math.min(...stretches));
