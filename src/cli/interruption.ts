/** Why a command ends without an answer, where the reader has interrupted it: exit code 130. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}
