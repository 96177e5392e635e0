/**
 * Entry i is 2^(i − 1024), exactly; from i = 0 to 2047. Multiplying by an entry moves the exponent of a number
 * and nothing else, which is quicker than assembling the exponent's bits through a typed array.
 */
export const BINARY_SCALE = new Float64Array(2048);

BINARY_SCALE[1024] = 1;
for (let i = 1025; i < 2048; i++) BINARY_SCALE[i] = BINARY_SCALE[i - 1] * 2;
for (let i = 1023; i >= 0; i--) BINARY_SCALE[i] = BINARY_SCALE[i + 1] / 2;
