import { exponentiate } from '../arithmetic/exp.js';
import { log } from '../arithmetic/log.js';
import type { Stream } from '../random/stream.js';
import { sample } from './families.js';
import { fillByKernel } from './fill-by-kernel.js';
import type { Law } from './law.js';
import { triangularFamily } from './triangular.js';

/**
 * Puts into the first `count` places of `out` what as many calls of `sample` on the stream would return, to the
 * last bit. The commonest laws have loops of their own, without a call through a table per draw, and in WebAssembly where
 * there is any: a lognormal number then costs a third of what it does alone (test/bench/parts.ts).
 *
 * @throws RangeError when `out` has fewer places.
 */
export function fill(law: Law, stream: Stream, out: Float64Array, count: number): void {
  if (count > out.length) {
    throw new RangeError(`fill: cannot put ${String(count)} draws into ${String(out.length)} places`);
  }
  if (fillByKernel(law, stream, out, count)) return;
  fillPlainly(law, stream, out, count);
}

/** The same without WebAssembly: the judge, and what does it where there is none. */
export function fillPlainly(law: Law, stream: Stream, out: Float64Array, count: number): void {
  switch (law.kind) {
    case 'fixed':
      out.fill(law.value, 0, count);
      return;
    case 'uniform': {
      const { min, max } = law;
      stream.fillUniform(out, count);
      for (let i = 0; i < count; i++) out[i] = min + (max - min) * out[i];
      return;
    }
    case 'triangular':
      stream.fillUniform(out, count);
      for (let i = 0; i < count; i++) out[i] = triangularFamily.quantile(law, out[i]);
      return;
    case 'exponential': {
      const { mean } = law;
      stream.fillUniform(out, count);
      for (let i = 0; i < count; i++) out[i] = -mean * log(out[i]);
      return;
    }
    case 'lognormal':
      stream.fillNormal(out, count);
      exponentiate(out, count, { offset: law.mu, factor: law.sigma });
      return;
    default:
      for (let i = 0; i < count; i++) out[i] = sample(law, stream);
  }
}
