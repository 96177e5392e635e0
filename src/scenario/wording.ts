/**
 * The catalogue of everything that we say about a scenario file. Each function gives the words of one problem:
 * what was expected, what was found where the text itself does not show it, and how to mend it.
 */
export * from './wording/disasters.js';
export * from './wording/files.js';
export * from './wording/laws.js';
export * from './wording/names.js';
export * from './wording/quantities.js';
export * from './wording/rules.js';
export * from './wording/values.js';
