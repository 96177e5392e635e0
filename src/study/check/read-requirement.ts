import { nearestName } from '../../scenario/nearest-name.js';
import { parseDuration } from '../../units/parse-duration.js';
import { parseShare } from '../../units/parse-share.js';
import type { Probability } from '../../units/quantity.js';
import { METRICS_BY_KIND } from '../run-samples.js';
import type {
  Comparison,
  MeasuredMetric,
  RequiredQuantity,
  Requirement,
  RequirementFault,
  Vocabulary,
} from './requirement.js';

/** A requirement, or why a text is none. */
export type ReadRequirement =
  | { readonly kind: 'read'; readonly requirement: Requirement }
  | { readonly kind: 'fault'; readonly fault: RequirementFault };

/**
 * Reads a requirement by this grammar, in which blanks may stand between all words:
 *
 * ```text
 * requirement = quantity comparison limit
 * quantity    = "p" number "(" metric ")"  |  "mean(" metric ")"  |  "share(" metric comparison limit ")"
 *             | "share(unrecoverable" [ "of" kind ] ")"  |  "cost-per-year"  |  "age(restore-test" [ "of" surface ] ")"
 *             | "assumed(" ( "rto" | "rpo" | "rtt" ) ")"
 * metric      = name [ "of" kind ]
 * comparison  = "<=" | "<" | ">=" | ">"
 * limit       = a duration, a share, or a number, as the quantity is
 * ```
 *
 * @param vocabulary what the scenario has; another name is a fault, with the nearest one as its mend.
 */
export function readRequirement(text: string, vocabulary: Vocabulary): ReadRequirement {
  try {
    return { kind: 'read', requirement: new Reading(text, vocabulary).requirement() };
  } catch (error) {
    if (error instanceof Misread) return { kind: 'fault', fault: error.fault };
    throw error;
  }
}

/** What a quantity is measured in, and so how its limit is written. */
type Unit = 'duration' | 'share' | 'money';

const EXAMPLES: Readonly<Record<Unit, string>> = { duration: '24h', share: '95%', money: '250000' };
const LIMITS: Readonly<Record<Unit, string>> = {
  duration: 'a duration such as 24h',
  share: 'a share such as 95%',
  money: 'an amount such as 250000',
};
const QUANTITIES = 'p95(…), mean(…), share(…), assumed(…), age(restore-test) or cost-per-year';

/** Ends the reading at the first word that does not fit. */
class Misread extends Error {
  constructor(readonly fault: RequirementFault) {
    super(fault.expected);
  }
}

/** One text, read from left to right. */
class Reading {
  readonly #text: string;
  readonly #vocabulary: Vocabulary;
  #at = 0;

  constructor(text: string, vocabulary: Vocabulary) {
    this.#text = text;
    this.#vocabulary = vocabulary;
  }

  requirement(): Requirement {
    const { quantity, unit } = this.#quantity();
    const comparison = this.#comparison();
    const limit = this.#limit(unit, /\S(?:.*\S)?/y);
    return { text: this.#text.trim(), quantity, comparison, limit };
  }

  #quantity(): { readonly quantity: RequiredQuantity; readonly unit: Unit } {
    const word = this.#word(/[\w.-]+/y, QUANTITIES);
    const percent = /^p(\d+(?:\.\d+)?)$/.exec(word)?.[1];
    // Shifted as text: 99.9 / 100 is not 0.999.
    if (percent !== undefined) return this.#quantile(Number(`${percent}e-2`), word);
    switch (word) {
      case 'mean':
        return this.#inBrackets(() => {
          const of = this.#metric();
          return { quantity: { kind: 'mean', of }, unit: unitOf(of) };
        });
      case 'share':
        return this.#inBrackets(() => ({ quantity: this.#shareOf(), unit: 'share' }));
      case 'age':
        return this.#inBrackets(() => ({ quantity: this.#age(), unit: 'duration' }));
      case 'assumed':
        return this.#inBrackets(() => ({ quantity: this.#assumed(), unit: 'share' }));
      case 'cost-per-year':
        if (!this.#vocabulary.isPriced) throw this.#misread(word, `${QUANTITIES}; the scenario has no prices`);
        return { quantity: { kind: 'cost-per-year' }, unit: 'money' };
      default:
        throw this.#misread(word, QUANTITIES, 'write for instance p95(rto) <= 24h');
    }
  }

  #quantile(probability: number, word: string): { readonly quantity: RequiredQuantity; readonly unit: Unit } {
    if (!(probability > 0 && probability < 1)) throw this.#misread(word, 'a quantile between p0 and p100, such as p95');
    return this.#inBrackets(() => {
      const of = this.#metric();
      return { quantity: { kind: 'quantile', probability: probability as Probability, of }, unit: unitOf(of) };
    });
  }

  #shareOf(): RequiredQuantity {
    const known = this.#known();
    const name = this.#oneOf([...known, 'unrecoverable'], 'a metric or "unrecoverable"');
    if (name === 'unrecoverable') return { kind: 'unrecoverable', disaster: this.#disaster() };
    const comparison = this.#comparison();
    const of = { metric: name, disaster: undefined };
    const limit = this.#limit(unitOf(of), /[^\s()<>]+(?:\s+(?!of\b)[^\s()<>]+)*/y);
    return { kind: 'share', of: { ...of, disaster: this.#disasterOf(name) }, comparison, limit };
  }

  #age(): RequiredQuantity {
    this.#oneOf(['restore-test'], '"restore-test"');
    const { testedSurfaces } = this.#vocabulary;
    if (testedSurfaces.length === 0) {
      throw this.#misread('restore-test', 'a quantity that the scenario has; none of its surfaces has a restore test');
    }
    const surface = this.#take(/of\b/y) === undefined ? undefined : this.#oneOf(testedSurfaces, 'a tested surface');
    return { kind: 'restore-test-age', surface };
  }

  #assumed(): RequiredQuantity {
    const name = this.#oneOf(METRICS_BY_KIND, 'one of');
    return { kind: 'assumed', metric: name };
  }

  #metric(): MeasuredMetric {
    const metric = this.#oneOf(this.#known(), 'a metric');
    return { metric, disaster: this.#disasterOf(metric) };
  }

  #known(): readonly string[] {
    const { metrics, isPriced } = this.#vocabulary;
    return [...metrics, ...(isPriced ? ['cost'] : [])];
  }

  /** Of single kinds only some metrics are known. */
  #disasterOf(metric: string): string | undefined {
    const disaster = this.#disaster();
    if (disaster === undefined || METRICS_BY_KIND.some((known) => known === metric)) return disaster;
    throw this.#misread(disaster, `no kind of incident: of one kind, only ${METRICS_BY_KIND.join(', ')} are known`);
  }

  #disaster(): string | undefined {
    return this.#take(/of\b/y) === undefined
      ? undefined
      : this.#oneOf(this.#vocabulary.disasters, 'a kind of incident');
  }

  #comparison(): Comparison {
    return this.#word(/<=|>=|<|>/y, '<=, <, >= or >') as Comparison;
  }

  #limit(unit: Unit, pattern: RegExp): number {
    const text = this.#word(pattern, LIMITS[unit]);
    const value = limitOf(text, unit);
    if (value === undefined) throw this.#misread(text, LIMITS[unit], `write for instance ${EXAMPLES[unit]}`);
    return value;
  }

  #oneOf<Name extends string>(names: readonly Name[], what: string): Name {
    const expected = `${what}: ${names.join(', ')}`;
    const name = this.#word(/[^\s()<>]+/y, expected);
    const known = names.find((each) => each === name);
    if (known !== undefined) return known;
    const nearest = nearestName(name, names);
    throw this.#misread(name, expected, nearest === undefined ? undefined : `did you mean "${nearest}"?`);
  }

  #inBrackets<Result>(read: () => Result): Result {
    this.#word(/\(/y, '"("');
    const result = read();
    this.#word(/\)/y, '")"');
    return result;
  }

  #word(pattern: RegExp, expected: string): string {
    const found = this.#take(pattern);
    if (found !== undefined) return found;
    const rest = /[\w.%-]+|\S/y;
    rest.lastIndex = this.#at;
    throw new Misread({ at: this.#at, length: rest.exec(this.#text)?.[0].length ?? 1, expected });
  }

  /** The next word and nothing else; undefined, and as before, when it is another. */
  #take(pattern: RegExp): string | undefined {
    const blanks = /\s*/y;
    blanks.lastIndex = this.#at;
    this.#at += blanks.exec(this.#text)?.[0].length ?? 0;
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  /** The word that was taken last does not fit. */
  #misread(word: string, expected: string, mend?: string): Misread {
    const at = this.#text.lastIndexOf(word, this.#at - 1);
    return new Misread({ at, length: word.length, expected, ...(mend === undefined ? {} : { mend }) });
  }
}

function unitOf({ metric }: MeasuredMetric): Unit {
  return metric === 'cost' ? 'money' : 'duration';
}

function limitOf(text: string, unit: Unit): number | undefined {
  if (unit === 'money') return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  const parsed = unit === 'share' ? parseShare(text) : parseDuration(text, { withCalendarUnits: true });
  return parsed.kind === 'read' ? parsed.value : undefined;
}
