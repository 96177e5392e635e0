import { parse, stringify } from 'yaml';
import { LAW_NAMES } from '../scenario/law-names.js';
import type { Scenario } from '../scenario/scenario.js';
import { writeScenario } from '../scenario/write-scenario.js';

/** What a scenario says, path by path, in the words of the scenario language. */
export class WrittenValues {
  readonly #file: unknown;

  constructor(scenario: Scenario) {
    this.#file = parse(writeScenario(scenario));
  }

  /**
   * The value at a path, on one line, without its source and its last digits: `1h to 3h`, `pert, min 1m, mode 10m, max 1h`;
   * undefined where there is none.
   *
   * @param path the keys that lead to it, joined by dots, as in `provenance`. A key may itself contain dots.
   */
  at(path: string): string | undefined {
    const found = valueAt(this.#file, path);
    return found === undefined ? undefined : rounded(inWords(bare(found)));
  }

  /** Every value that has no further keys, by its path, as `since` compares them. */
  all(): Readonly<Record<string, string>> {
    const found: [string, string][] = [];
    collect(this.#file, '', found);
    return Object.fromEntries(found.filter(([path]) => path !== 'drillcast'));
  }
}

/** Names may contain dots: the longest key that fits is tried first. */
function valueAt(node: unknown, path: string): unknown {
  if (path === '') return node;
  if (!isMap(node)) return undefined;
  const keys = Object.keys(node).filter((key) => path === key || path.startsWith(`${key}.`));
  for (const key of keys.sort((one, other) => other.length - one.length)) {
    const found = valueAt(node[key], path.slice(key.length + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A value without what stands beside it when it names its source. */
function bare(node: unknown): unknown {
  if (!isMap(node) || !('source' in node)) return node;
  const { source: _source, 'as-of': _asOf, note: _note, ...own } = node;
  return Object.keys(own).join() === 'value' ? own.value : own;
}

function collect(node: unknown, path: string, found: [string, string][]): void {
  const value = bare(node);
  if (isMap(value) && Object.keys(value).length > 0 && !isLaw(value)) {
    for (const [key, inner] of Object.entries(value)) collect(inner, path === '' ? key : `${path}.${key}`, found);
    return;
  }
  found.push([path, oneLine(value)]);
}

/** A law is one value, though it is written as a map: its family, perhaps with bounds. */
function isLaw(map: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(map).every((key) => LAW_KEYS.has(key));
}

const LAW_KEYS: ReadonlySet<string> = new Set([...LAW_NAMES, 'value', 'at-least', 'at-most']);

/** A law that is written as a map, as one says it; anything else as it is written. */
function inWords(value: unknown): string {
  if (!isMap(value) || !isLaw(value) || !Object.values(value).every(isPlain)) return oneLine(value);
  return Object.entries(value)
    .map(([name, parameters]) =>
      isMap(parameters) ? [name, ...named(parameters)].join(', ') : `${name} ${oneLine(parameters)}`,
    )
    .join(', ');
}

function named(parameters: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(parameters).map(([name, parameter]) => `${name} ${oneLine(parameter)}`);
}

/** One value, or names with one value each. */
function isPlain(value: unknown): boolean {
  const values = isMap(value) ? Object.values(value) : [value];
  return values.every((each) => typeof each !== 'object' || each === null);
}

function oneLine(value: unknown): string {
  if (typeof value === 'string') return value;
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, defaultStringType: 'PLAIN' }).trim();
}

/** Numbers with more digits than anybody reads, to four of them. */
function rounded(text: string): string {
  return text.replace(/\b\d+\.\d{5,}\b/g, (number) => String(Number(Number(number).toPrecision(4))));
}

function isMap(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
