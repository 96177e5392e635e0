/*
 * Drillcast's side of the benchmark, a process of its own: plays the reference model on one thread through the
 * built package, and prints the nanoseconds per incident. Started by `run.ts`; plain JavaScript, so that no
 * compiler shares the process that is measured.
 */
import { readFileSync } from 'node:fs';
import { compile, readScenario, replicate } from '../../dist/index.js';

const incidents = Number(process.argv[2]);
const file = 'scenarios/reference-r1.yaml';
const read = readScenario(readFileSync(file, 'utf8'), { file, load: () => undefined });
if (read.kind !== 'scenario') throw new Error(`${file} has problems`);
const plan = compile(read.scenario);

const started = performance.now();
replicate(plan, { seed: 1, incidents });
console.log(((performance.now() - started) * 1e6) / incidents);
