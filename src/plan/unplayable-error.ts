/** A scenario says what cannot be played: the reader's to mend, and found only while a plan is made of it. */
export class UnplayableError extends RangeError {
  override readonly name = 'UnplayableError';
}
