import type { EarlierResult } from '../study/check/check-against.js';
import { Refusal } from './refusal.js';
import type { FileStore } from './world.js';

/**
 * Reads a result that `run --json` has written, as much of it as a comparison needs.
 *
 * @throws Refusal when the file cannot be read, or is none.
 */
export function readResult(path: string, files: FileStore): EarlierResult {
  return requireResult(path, readJson(path, files, MEND), MEND);
}

/**
 * Reads a JSON document of any kind.
 *
 * @param mend what to do about it when it is none.
 * @throws Refusal when the file cannot be read, or is none.
 */
export function readJson(path: string, files: FileStore, mend: string): unknown {
  try {
    return JSON.parse(files.read(path));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Refusal(`${path}: it is no JSON: ${error.message}`, mend);
  }
}

/**
 * A document as the result that it should be.
 *
 * @param path of the file that it comes from.
 * @throws Refusal when it is none.
 */
export function requireResult(path: string, document: unknown, mend: string): EarlierResult {
  if (!isObject(document) || document.format !== 'drillcast-result/1') {
    const found = isObject(document) && typeof document.format === 'string' ? document.format : 'none';
    throw new Refusal(`${path}: expected a result of the format drillcast-result/1, found ${found}`, mend);
  }
  const missing = missingKey(document);
  if (missing !== undefined) throw new Refusal(`${path}: ${missing} is missing or of another kind`, mend);
  return document as unknown as EarlierResult;
}

const MEND = 'give a file that "drillcast run … --json FILE" has written';

function missingKey({
  seed,
  incidents,
  tool,
  scenario,
  metrics,
}: Readonly<Record<string, unknown>>): string | undefined {
  if (!Number.isSafeInteger(seed)) return 'seed';
  if (!Number.isSafeInteger(incidents)) return 'incidents';
  if (!isObject(tool) || typeof tool.version !== 'string') return 'tool.version';
  if (!isObject(scenario) || typeof scenario.sha256 !== 'string') return 'scenario.sha256';
  if (!isObject(metrics)) return 'metrics';
  for (const [name, metric] of Object.entries(metrics)) {
    for (const quantile of ['p50', 'p95']) {
      const found = isObject(metric) && isObject(metric.quantiles) ? metric.quantiles[quantile] : undefined;
      const value = isObject(found) ? found.value : undefined;
      if (value !== null && typeof value !== 'number') return `metrics.${name}.quantiles.${quantile}.value`;
    }
  }
  return undefined;
}

/** True for what JSON writes in braces. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
