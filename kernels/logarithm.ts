import { LOG_HIGH, LOG_LOW } from './memory';

const LN2_HIGH: f64 = 0.6931471805598903;
const LN2_LOW: f64 = 5.497923018708371e-14;

/** ln x for a normal number between 0 and 1, as `log` in src/arithmetic/log.ts. */
export function log(x: f64): f64 {
  return x > 0.9375 ? logNearOne(x - 1) : logOfNormal(x);
}

function logOfNormal(x: f64): f64 {
  const bits = reinterpret<u64>(x);
  const high = <i32>(bits >> 32);
  const exponent = <f64>((high >> 20) - 1023);
  const mantissa = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  const nearest = ((high & 0xfffff) + 0x1000) >> 13;
  const centre = 1 + <f64>nearest * (1.0 / 128);
  const r = (mantissa - centre) / centre;
  const square = r * r;
  const rest =
    square * (-1.0 / 2 + r * (1.0 / 3) + square * (-1.0 / 4 + r * (1.0 / 5) + square * (-1.0 / 6 + r * (1.0 / 7))));
  const coarse = exponent * LN2_HIGH + load<f64>(LOG_HIGH + ((<usize>nearest) << 3));
  const sum = coarse + r;
  const lost = coarse - sum + r;
  return sum + (lost + (exponent * LN2_LOW + load<f64>(LOG_LOW + ((<usize>nearest) << 3)) + rest));
}

function logNearOne(f: f64): f64 {
  const s = f / (2 + f);
  const t = s * s;
  const series = t * (2.0 / 3 + t * (2.0 / 5 + t * (2.0 / 7 + t * (2.0 / 9 + t * (2.0 / 11 + t * (2.0 / 13))))));
  const halfSquare = 0.5 * f * f;
  return f - (halfSquare - s * (halfSquare + series));
}
