import type { EarlierReview } from '../review/earlier-review.js';
import { shownFile } from '../review/shown-file.js';
import { isObject, readJson, requireResult } from './read-result.js';
import { Refusal } from './refusal.js';
import type { FileStore } from './world.js';

const MEND = 'give a file that "drillcast report … --json FILE" or "drillcast run … --json FILE" has written';

/**
 * Reads the record of an earlier review, or a result of "run", of which it is not known what the scenario said.
 *
 * @throws Refusal when the file cannot be read, or is neither.
 */
export function readEarlierReview(path: string, files: FileStore): EarlierReview {
  const document = readJson(path, files, MEND);
  const file = shownFile(path);
  if (!isObject(document) || document.format !== 'drillcast-review/1') {
    return { file, result: requireResult(path, document, MEND), settings: undefined };
  }
  const { result, settings } = document;
  if (!isObject(settings) || Object.values(settings).some((value) => typeof value !== 'string')) {
    throw new Refusal(`${path}: settings is missing or of another kind`, MEND);
  }
  return { file, result: requireResult(path, result, MEND), settings: settings as Readonly<Record<string, string>> };
}
