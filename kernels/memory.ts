/**
 * Where things lie in the memory that JavaScript and the kernels share. JavaScript reads these places from the exports
 * of the module, puts the tables in once, and before and after each call the words, the state and the numbers.
 */

/** 2^(k/128), for k from 0 to 127. */
export const POWER_OF_TWO: usize = memory.data(128 * 8, 16);

/** ln(1 + j/128) in two parts, for j from 0 to 128. */
export const LOG_HIGH: usize = memory.data(129 * 8, 16);
export const LOG_LOW: usize = memory.data(129 * 8, 16);

/** The layers of the ziggurat: width per unit of a value, height over each edge, and the values that are surely inside. */
export const STEP: usize = memory.data(256 * 8, 16);
export const HEIGHT: usize = memory.data(257 * 8, 16);
export const CORE: usize = memory.data(256 * 4, 16);

/** The four words of the state of xoshiro. */
export const STATE: usize = memory.data(4 * 4, 16);

/** Counters of Threefry and its pairs of random words: 1024 of them, and room for those that are rounded up to. */
export const PAIRS: usize = memory.data((1024 + 4) * 8, 16);

/** What is drawn: 1024 numbers, and room for one that is rounded up to. */
export const NUMBERS: usize = memory.data((1024 + 2) * 8, 16);
