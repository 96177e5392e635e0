import { exp, exponentiate } from '../../../src/arithmetic/exp.js';
import { log } from '../../../src/arithmetic/log.js';
import { occasions } from '../../../src/random/occasion.js';
import { stream } from '../../../src/random/stream.js';
import { threefry } from '../../../src/random/threefry.js';
import { xoshiro } from '../../../src/random/xoshiro.js';
import type { Parts } from './part.js';

const count = 1024;
const out = new Float64Array(count);
const shares = new Float64Array(count);
stream(2, 'bench', 0).fillUniform(shares, count);
const words = new Int32Array(2 * count);
const state = Int32Array.of(1, 2, 3, 4);
const draws = stream(1, 'bench', 0);
const luck = occasions(1, 'bench');

/** Numbers from streams and occasions, and the functions that make laws of them, beside the engine's own. */
export const CHANCE: Parts = {
  'exp, one by one': {
    count,
    run: () => {
      for (let i = 0; i < count; i++) out[i] = exp(shares[i]);
    },
  },
  'exp, a column': {
    count,
    run: () => {
      out.set(shares);
      exponentiate(out, count, { offset: 0, factor: 1 });
    },
  },
  'Math.exp': {
    count,
    run: () => {
      for (let i = 0; i < count; i++) out[i] = Math.exp(shares[i]);
    },
  },
  log: {
    count,
    run: () => {
      for (let i = 0; i < count; i++) out[i] = log(shares[i]);
    },
  },
  'Math.log': {
    count,
    run: () => {
      for (let i = 0; i < count; i++) out[i] = Math.log(shares[i]);
    },
  },
  'word, xoshiro128++': { count: 2 * count, run: () => xoshiro(state, words) },
  'pair of words, Threefry-2x32-13': { count, run: () => threefry(1, 2, words, count) },
  'uniform, stream': { count, run: () => draws.fillUniform(out, count) },
  'normal, stream': { count, run: () => draws.fillNormal(out, count) },
  'uniform, occasions': {
    count,
    run: () => {
      for (let i = 0; i < count; i++) out[i] = luck.at(i, 0).uniform();
    },
  },
  'normal, occasions': {
    count,
    run: () => {
      for (let i = 0; i < count; i++) out[i] = luck.at(i, 0).normal();
    },
  },
};
