/**
 * SHA-256 of texts one after the other, in hexadecimal, as a result names what it was played from.
 *
 * Browsers offer it to pages of this machine and to files; to a page from elsewhere only when it came encrypted.
 *
 * @throws Error where it is not offered.
 */
export async function sha256OfTexts(texts: readonly string[]): Promise<string> {
  const { subtle } = globalThis.crypto as Partial<Crypto>;
  if (subtle === undefined) {
    throw new Error('this browser gives no SHA-256 to a page that came over a connection without encryption');
  }
  const bytes = new TextEncoder().encode(texts.join(''));
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
