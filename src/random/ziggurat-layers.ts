import { exp } from '../arithmetic/exp.js';
import { log } from '../arithmetic/log.js';

const LAYERS = 256;
/** Where the tail of the normal law begins, chosen so that all layers have the same area. */
export const TAIL = 3.654152885361009;
/** The area of each layer under exp(−x²/2); that of the lowest includes the tail. */
const AREA = 0.004928673233974655;
/** Values have 24 bits, one of them the sign. */
const HALF_RANGE = 2 ** 23;

/** The height of the bell curve of the normal law over x, 1 in the middle. */
export const bell = (x: number): number => exp(-0.5 * x * x);

/** Right edge of each layer, from the lowest up; that of the lowest is of a rectangle with the layer's area. */
const EDGE = new Float64Array(LAYERS + 1);
EDGE[0] = AREA / bell(TAIL);
EDGE[1] = TAIL;
for (let i = 2; i < LAYERS; i++) EDGE[i] = Math.sqrt(-2 * log(AREA / EDGE[i - 1] + bell(EDGE[i - 1])));
EDGE[LAYERS] = 0;

/** Height of the bell curve over each edge. */
export const HEIGHT = EDGE.map(bell);
/** Width of a layer per unit of the 24-bit value. */
export const STEP = new Float64Array(LAYERS);
/** Values whose size is below this are under the curve whatever their height. */
export const CORE = new Int32Array(LAYERS);
for (let i = 0; i < LAYERS; i++) {
  STEP[i] = EDGE[i] / HALF_RANGE;
  CORE[i] = Math.floor((EDGE[i + 1] / EDGE[i]) * HALF_RANGE);
}
