import { KERNEL_CAPACITY, kernelsFor, type Kernels } from '../random/kernels.js';
import type { Stream } from '../random/stream.js';
import type { Law } from './law.js';

/**
 * Puts into the first `count` places of `out` what as many calls of `sample` on the stream would return, to the last bit,
 * by the loops in WebAssembly; returns false and leaves all as it was where there is none for the law, or it does not pay.
 */
export function fillByKernel(law: Law, stream: Stream, out: Float64Array, count: number): boolean {
  const state = stream.bareState;
  if (state === undefined || !hasKernel(law)) return false;
  const kernels = kernelsFor(count);
  if (kernels === undefined) return false;
  kernels.state.set(state);
  for (let from = 0; from < count; from += KERNEL_CAPACITY) {
    const many = Math.min(KERNEL_CAPACITY, count - from);
    draw(law, many, kernels);
    if (many === KERNEL_CAPACITY) out.set(kernels.numbers, from);
    else for (let i = 0; i < many; i++) out[from + i] = kernels.numbers[i];
  }
  state.set(kernels.state);
  return true;
}

type KernelLaw = Extract<Law, { kind: 'lognormal' | 'uniform' | 'exponential' | 'triangular' }>;

function hasKernel(law: Law): law is KernelLaw {
  return law.kind === 'lognormal' || law.kind === 'uniform' || law.kind === 'exponential' || law.kind === 'triangular';
}

function draw(law: KernelLaw, count: number, kernels: Kernels): void {
  switch (law.kind) {
    case 'lognormal':
      kernels.drawLognormal(count, law.mu, law.sigma);
      return;
    case 'uniform':
      kernels.drawUniform(count, law.min, law.max);
      return;
    case 'exponential':
      kernels.drawExponential(count, law.mean);
      return;
    case 'triangular':
      kernels.drawTriangular(count, law.min, law.mode, law.max);
      return;
    default:
      law satisfies never;
  }
}
