/** Why a command does not start or go on, where the reader's files or arguments are the reason: exit code 2. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  /** `hint` says how to mend it. */
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}
