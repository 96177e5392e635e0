/** The version of this package, as in package.json; it stands in every result, so that the result can be replayed. */
export const VERSION = '0.1.0';
