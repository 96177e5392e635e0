/** Nodes and weights of the eight-point Gauss rule on −1 to 1: the positive half, the other is its mirror image. */
const NODE = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363] as const;
const WEIGHT = [0.362683783378362, 0.31370664587788727, 0.22238103445337448, 0.10122853629037626] as const;

/** Halving stops here: what a jump of the integrand can still be wrong by is then 2^-40 of the range. */
const DEEPEST = 40;
/**
 * Where halving changes less than this share, the halves are better than the whole by many digits. A smaller
 * share would one day meet an integrand whose own rounding never lets it settle.
 */
const TOLERANCE = 1e-11;
/** Far below anything that is summed, and still above the numbers that have lost digits to being so small. */
const NEGLIGIBLE = 1e-290;

type Integrand = (x: number) => number;

function gauss(f: Integrand, from: number, to: number): number {
  const centre = (from + to) / 2;
  const half = (to - from) / 2;
  let sum = 0;
  for (let i = 0; i < 4; i++) sum += WEIGHT[i] * (f(centre - half * NODE[i]) + f(centre + half * NODE[i]));
  return sum * half;
}

function refine(f: Integrand, from: number, to: number, whole: number, depth: number): number {
  const middle = (from + to) / 2;
  const left = gauss(f, from, middle);
  const right = gauss(f, middle, to);
  const change = Math.abs(left + right - whole);
  // Asked this way round, an integrand that is not a number gives one, instead of being halved to the end.
  const isOpen = change > TOLERANCE * Math.abs(left + right) && change > NEGLIGIBLE;
  if (!isOpen || depth === DEEPEST) return left + right;
  return refine(f, from, middle, left, depth + 1) + refine(f, middle, to, right, depth + 1);
}

/**
 * The integral of a function over a finite range, to about 12 digits. The range is halved wherever the function
 * bends, so kinks and jumps cost time and not digits. It must be told where a narrow peak lies: a range of
 * which it sees only zeros is taken for zero.
 *
 * @source P. J. Davis, P. Rabinowitz, "Methods of Numerical Integration" (1984), chapter 6: automatic integration.
 */
export function integrate(f: Integrand, { from, to }: { from: number; to: number }): number {
  return from < to ? refine(f, from, to, gauss(f, from, to), 0) : 0;
}
