import { POWER_OF_TWO } from '../arithmetic/exponential-table.js';
import { LOG_HIGH, LOG_LOW } from '../arithmetic/logarithm-table.js';
import { DRAW_MODULE } from './draw-module.js';
import { compileModule } from './web-assembly.js';
import { CORE, HEIGHT, STEP } from './ziggurat-layers.js';

/** What `kernels/draws.ts` exports. */
interface KernelExports {
  readonly memory: WebAssembly.Memory;
  readonly drawLognormal: (count: number, mu: number, sigma: number) => void;
  readonly drawUniform: (count: number, min: number, max: number) => void;
  readonly drawExponential: (count: number, mean: number) => void;
  readonly drawTriangular: (count: number, min: number, mode: number, max: number) => void;
  readonly lognormalOfWords: (count: number, mu: number, sigma: number) => number;
  readonly scramble: (key0: number, key1: number, count: number) => void;
}

/** Places in the memory of the kernels. */
type Place = 'STATE' | 'PAIRS' | 'NUMBERS' | 'POWER_OF_TWO' | 'LOG_HIGH' | 'LOG_LOW' | 'STEP' | 'HEIGHT' | 'CORE';

/**
 * Loops over columns of random numbers in WebAssembly, which has vectors where JavaScript has none. What they return is the
 * same to the last bit as what the loops of this room and of `distributions` return, and takes half the time or less
 * (docs/decisions/0019-kernels-in-webassembly.md). Their memory is no more than a bench: what a call needs is laid on it,
 * and what it made is taken off before the next.
 */
export interface Kernels extends Omit<KernelExports, 'memory'> {
  /** The four words of the state of xoshiro, from which `draw…` takes its words and which it moves on. */
  readonly state: Int32Array;
  /** Counters, then pairs of random words, of `scramble`; the words of `lognormalOfWords`. */
  readonly pairs: Int32Array;
  /** What was drawn. */
  readonly numbers: Float64Array;
}

/** At most so many numbers are drawn by one call. */
export const KERNEL_CAPACITY = 1024;

/** Below this, what is laid on the bench and taken off takes longer than is gained. */
const WORTH_KERNELS = 16;

let found: { readonly kernels: Kernels | undefined } | undefined;

/**
 * The kernels, when they pay for so many numbers; undefined when they do not, and where there is no WebAssembly with
 * vectors: the loops in JavaScript then do the same.
 */
export function kernelsFor(count: number): Kernels | undefined {
  if (count < WORTH_KERNELS) return undefined;
  found ??= { kernels: instantiate() };
  return found.kernels;
}

function instantiate(): Kernels | undefined {
  const module = compileModule(DRAW_MODULE);
  if (module === undefined) return undefined;
  const { exports } = new WebAssembly.Instance(module);
  const kernels = exports as unknown as KernelExports;
  const { buffer } = kernels.memory;
  const placeOf = (name: Place): number => (exports[name] as WebAssembly.Global<'i32'>).value;
  for (const [name, table] of Object.entries({ POWER_OF_TWO, LOG_HIGH, LOG_LOW, STEP, HEIGHT })) {
    new Float64Array(buffer, placeOf(name as Place), table.length).set(table);
  }
  new Int32Array(buffer, placeOf('CORE'), CORE.length).set(CORE);
  return {
    ...kernels,
    state: new Int32Array(buffer, placeOf('STATE'), 4),
    pairs: new Int32Array(buffer, placeOf('PAIRS'), 2 * KERNEL_CAPACITY),
    numbers: new Float64Array(buffer, placeOf('NUMBERS'), KERNEL_CAPACITY),
  };
}
