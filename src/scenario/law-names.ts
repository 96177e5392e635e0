/** The names of the laws, as they stand in a file. */
export const LAW_NAMES = [
  'lognormal',
  'triangular',
  'pert',
  'exponential',
  'gamma',
  'weibull',
  'uniform',
  'empirical',
  'mixture',
] as const;
