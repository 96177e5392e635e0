/**
 * Where a draw comes from. Every function that needs chance takes one of these as an argument; nothing in
 * the project reaches for a generator of its own.
 */
export interface Chance {
  /** A number strictly between 0 and 1, uniform, with 53 random bits. */
  uniform(): number;
  /** A standard normal number: mean 0, standard deviation 1. */
  normal(): number;
}
