import type { Words } from '../../scenario/problem.js';

/** The catalogue of everything that is said about a template, besides what is said of any file. */

export const noTemplate = (isEmpty: boolean): Words => ({
  expected: 'a template of a review, a map of keys and values',
  found: isEmpty ? 'an empty file' : 'something else',
  mend: 'begin with "review: 1"',
});

export const versionMissing = (): Words => ({
  expected: 'the key "review": the version of the format',
  found: 'none',
  mend: 'begin the file with "review: 1"',
});

export const versionUnknown = (): Words => ({
  expected: '1, the version of the format that this program reads',
  mend: 'write "review: 1", or use a newer Drillcast',
});
