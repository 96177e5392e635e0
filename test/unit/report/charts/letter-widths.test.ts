import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { lineWidth } from '../../../../src/report/charts/letter-widths.js';

/** Advances of letters in a TrueType file, in thousandths of the size: its tables cmap (format 4), hhea, hmtx and head. */
function advances(file: string): (letter: string) => number {
  const bytes = readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/arimo/${file}`));
  const table = (name: string): number => {
    for (let entry = 12; ; entry += 16) {
      if (bytes.toString('latin1', entry, entry + 4) === name) return bytes.readUInt32BE(entry + 8);
    }
  };
  const [cmap, hmtx] = [table('cmap'), table('hmtx')];
  const unitsPerEm = bytes.readUInt16BE(table('head') + 18);
  const metrics = bytes.readUInt16BE(table('hhea') + 34);
  const encodings = Array.from(
    { length: bytes.readUInt16BE(cmap + 2) },
    (_, i) => cmap + bytes.readUInt32BE(cmap + 4 + 8 * i + 4),
  );
  const map = encodings.find((at) => bytes.readUInt16BE(at) === 4) as number;
  const segments = bytes.readUInt16BE(map + 6) / 2;
  const glyphOf = (code: number): number => {
    for (let i = 0; i < segments; i += 1) {
      const end = bytes.readUInt16BE(map + 14 + 2 * i);
      const startAt = map + 16 + 2 * segments + 2 * i;
      const start = bytes.readUInt16BE(startAt);
      if (code < start || code > end) continue;
      const delta = bytes.readUInt16BE(startAt + 2 * segments);
      const offsetAt = startAt + 4 * segments;
      const offset = bytes.readUInt16BE(offsetAt);
      if (offset === 0) return (code + delta) & 0xffff;
      return (bytes.readUInt16BE(offsetAt + offset + 2 * (code - start)) + delta) & 0xffff;
    }
    throw new RangeError(`no glyph of ${code}`);
  };
  return (letter) => {
    const glyph = Math.min(glyphOf(letter.codePointAt(0) as number), metrics - 1);
    return (1000 * bytes.readUInt16BE(hmtx + 4 * glyph)) / unitsPerEm;
  };
}

const LETTERS = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i));

describe('lineWidth', () => {
  it.each([
    [false, '400Regular/Arimo_400Regular.ttf'],
    [true, '700Bold/Arimo_700Bold.ttf'],
  ])('is that of the font file for every letter (bold: %s)', (isBold, file) => {
    const advance = advances(file);
    const wrong = LETTERS.filter(
      (letter) => Math.abs(lineWidth(letter, { size: 1000, isBold }) - advance(letter)) > 1.5,
    );
    expect(wrong).toEqual([]);
  });

  it('adds up, and grows with the size', () => {
    expect(lineWidth('half', { size: 12, isBold: false })).toBeCloseTo((12 * (556 + 556 + 222 + 278)) / 1000, 9);
    expect(lineWidth('', { size: 12, isBold: true })).toBe(0);
  });

  it('gives a letter that it does not know a width of its own', () => {
    expect(lineWidth('復', { size: 10, isBold: false })).toBe(10);
    expect(lineWidth('ж', { size: 10, isBold: false })).toBe(6);
  });
});
