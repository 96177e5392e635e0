/**
 * Nanoseconds per number, by draw and by elementary function, each beside what it could be replaced with. The
 * contenders take turns in one run, and the quickest of many rounds counts: on a busy machine trust the ratios.
 *
 * A program of its own and not a vitest bench, because vitest turns every import into a property access, and
 * what is measured then is mostly that.
 *
 * `npx tsx test/bench/draws.ts [rounds]`
 */
import { exp } from '../../src/arithmetic/exp.js';
import { log } from '../../src/arithmetic/log.js';
import { sample } from '../../src/distributions/families.js';
import { fill } from '../../src/distributions/fill.js';
import { lognormal } from '../../src/distributions/lognormal.js';
import { occasions } from '../../src/random/occasion.js';
import { stream } from '../../src/random/stream.js';

const COUNT = 4096;
const rounds = Number(process.argv[2] ?? 1000);
const out = new Float64Array(COUNT);
const shares = new Float64Array(COUNT);
stream(2, 'bench', 0).fillUniform(shares, COUNT);
const draws = stream(1, 'bench', 0);
const luck = occasions(1, 'bench');
const law = lognormal({ p50: 3600, sigma: 0.5 });

/** Each with a loop of its own, so that the compiler sees one callee per loop. */
const contenders: Readonly<Record<string, () => void>> = {
  exp: () => {
    for (let i = 0; i < COUNT; i++) out[i] = exp(shares[i]);
  },
  'Math.exp': () => {
    for (let i = 0; i < COUNT; i++) out[i] = Math.exp(shares[i]);
  },
  log: () => {
    for (let i = 0; i < COUNT; i++) out[i] = log(shares[i]);
  },
  'Math.log': () => {
    for (let i = 0; i < COUNT; i++) out[i] = Math.log(shares[i]);
  },
  'uniform, stream': () => draws.fillUniform(out, COUNT),
  'uniform, occasions': () => {
    for (let i = 0; i < COUNT; i++) out[i] = luck.at(i, 0).uniform();
  },
  'normal, stream': () => draws.fillNormal(out, COUNT),
  'normal, occasions': () => {
    for (let i = 0; i < COUNT; i++) out[i] = luck.at(i, 0).normal();
  },
  'lognormal, fill': () => fill(law, draws, out, COUNT),
  'lognormal, sample from a stream': () => {
    for (let i = 0; i < COUNT; i++) out[i] = sample(law, draws);
  },
  'lognormal, sample from occasions': () => {
    for (let i = 0; i < COUNT; i++) out[i] = sample(law, luck.at(i, 0));
  },
};

const quickest = new Map(Object.keys(contenders).map((name) => [name, Infinity]));
for (let round = 0; round < rounds; round++) {
  for (const [name, run] of Object.entries(contenders)) {
    const start = performance.now();
    run();
    const nanoseconds = ((performance.now() - start) / COUNT) * 1e6;
    quickest.set(name, Math.min(quickest.get(name) ?? Infinity, nanoseconds));
  }
}
for (const [name, nanoseconds] of quickest) console.log(`${name.padEnd(34)}${nanoseconds.toFixed(1).padStart(6)} ns`);
