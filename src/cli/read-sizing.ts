import type { ReviewedSizing } from '../review/review.js';
import { shownFile } from '../review/shown-file.js';
import type { Sizing } from '../study/size/sizing.js';
import type { CompiledStudy } from './played-study.js';
import { isObject, readJson } from './read-result.js';
import { Refusal } from './refusal.js';
import { requireRequirement } from './require-requirement.js';
import type { FileStore } from './world.js';

const MEND = 'give a file that "drillcast size … --json FILE" has written';

/** What is read of it, and what each must be. */
const KEYS: Readonly<Record<string, (value: unknown) => boolean>> = {
  currency: (value) => typeof value === 'string',
  incidents: Number.isSafeInteger,
  tolerance: (value) => typeof value === 'number',
  requirements: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
  scenarios: (value) => Array.isArray(value) && value.length > 0 && value.every(isScenario),
  varied: Array.isArray,
  obstacles: Array.isArray,
  chosen: (value) => value === null || Number.isSafeInteger(value),
  candidates: (value) => Array.isArray(value) && value.length > 0 && value.every(isCandidate),
};

/**
 * Reads what `size --json` has written, as much of it as a review tells.
 *
 * @param study whose words its requirements are in.
 * @throws Refusal when the file cannot be read, is none, or asks for what the scenario does not know.
 */
export function readSizing(path: string, study: CompiledStudy, files: FileStore): ReviewedSizing {
  const document = readJson(path, files, MEND);
  if (!isObject(document) || document.format !== 'drillcast-sizing/1') {
    const found = isObject(document) && typeof document.format === 'string' ? document.format : 'none';
    throw new Refusal(`${path}: expected a sizing of the format drillcast-sizing/1, found ${found}`, MEND);
  }
  const broken = Object.entries(KEYS).find(([key, isGood]) => !isGood(document[key]));
  if (broken !== undefined) throw new Refusal(`${path}: ${broken[0]} is missing or of another kind`, MEND);
  const written = document as unknown as Sizing;
  // Where the file lay on somebody's machine is nobody's business.
  const scenarios = written.scenarios.map((scenario) => ({ ...scenario, file: shownFile(scenario.file) }));
  const sizing = { ...written, scenarios };
  const requirements = sizing.requirements.map((text) => requireRequirement(text, study, path));
  return { file: shownFile(path), sizing, requirements };
}

function isScenario(value: unknown): boolean {
  return isObject(value) && typeof value.name === 'string' && typeof value.file === 'string';
}

function isCandidate(value: unknown): boolean {
  if (!isObject(value) || !Array.isArray(value.values) || !isObject(value.p95)) return false;
  const { rto, rpo } = value.p95;
  const isQuantile = (quantile: unknown): boolean =>
    isObject(quantile) && (quantile.value === null || typeof quantile.value === 'number');
  return (
    isObject(value.costPerYear) && typeof value.costPerYear.value === 'number' && isQuantile(rto) && isQuantile(rpo)
  );
}
