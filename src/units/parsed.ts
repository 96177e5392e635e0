/** A text that was read as a quantity, or the reason why it is none. */
export type Parsed<Value> = { readonly kind: 'read'; readonly value: Value } | Refusal;

/** Why a text is not the quantity that was wanted. */
export type Refusal =
  /** Not a number followed by a unit at all: `soon`. */
  | { readonly kind: 'not-a-quantity' }
  /** A bare number: `45`. */
  | { readonly kind: 'no-unit'; readonly number: string }
  /** A number with a unit that nobody here knows: `45 fortnights`. */
  | { readonly kind: 'unknown-unit'; readonly number: string; readonly unit: string }
  /** A quantity, but of something else: `90 GiB` for a duration. */
  | { readonly kind: 'other-dimension'; readonly dimension: Dimension }
  /** Months and years have no one length; they are read only where a frequency or an age is. */
  | { readonly kind: 'calendar-unit'; readonly unit: string }
  /** Parts of a duration that do not descend: `30m 1h`. */
  | { readonly kind: 'unordered-parts' }
  | { readonly kind: 'negative' }
  /** A share outside 0 to 1, or a number too large to be kept. */
  | { readonly kind: 'out-of-range' };

/** What a quantity measures. */
export type Dimension = 'duration' | 'size' | 'rate' | 'count rate' | 'share';

/** The quantity that a text was read as. */
export function read<Value>(value: Value): Parsed<Value> {
  return { kind: 'read', value };
}
