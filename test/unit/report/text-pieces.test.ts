import { describe, expect, it } from 'vitest';
import { countText } from '../../../src/report/count-text.js';
import { frequencyText } from '../../../src/report/frequency-text.js';
import { metricLabel, quantileLabel } from '../../../src/report/metric-label.js';
import { printable } from '../../../src/report/printable.js';
import { shareText } from '../../../src/report/share-text.js';
import { blocks } from '../../../src/report/text-shapes.js';
import { cutTo, fitLeft, fitRight, textWidth, wrapWords } from '../../../src/report/text-width.js';

describe('printable', () => {
  it('takes out what steers a terminal or turns the direction of text, and nothing else', () => {
    expect(printable('a\u001b[31mb\u0007\r\nc\u009bd\u202ee\u200bf')).toBe('a[31mbcdef');
    expect(printable('Zürich – 東京 🙂')).toBe('Zürich – 東京 🙂');
  });
});

describe('text width', () => {
  it('counts wide characters twice and combining marks not at all', () => {
    expect([textWidth('abc'), textWidth('東京'), textWidth('e\u0301'), textWidth('🙂')]).toEqual([3, 4, 1, 2]);
  });

  it('cuts and pads to exactly the columns asked for', () => {
    expect(fitLeft('abc', 5)).toBe('abc  ');
    expect(fitRight('abc', 5)).toBe('  abc');
    expect(fitLeft('abcdef', 5)).toBe('abcd…');
    expect(fitLeft('東京都', 4)).toBe('東… ');
    expect(cutTo('abcde', 5)).toBe('abcde');
  });

  it('breaks lines at spaces and cuts a word that no line holds', () => {
    expect(wrapWords('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapWords('a incomprehensible b', 6)).toEqual(['a', 'incom…', 'b']);
  });
});

describe('shareText', () => {
  it.each([
    [0, '0%'],
    [1, '100%'],
    [0.5, '50.0%'],
    [0.0042, '0.42%'],
    [0.9953, '99.53%'],
    [0.000_001, '<0.01%'],
    [0.999_999, '>99.99%'],
  ])('writes %d as %s', (share, text) => {
    expect(shareText(share)).toBe(text);
  });
});

describe('labels', () => {
  it('name metrics and quantiles as people do', () => {
    expect([metricLabel('rto'), metricLabel('rpo.object-storage')]).toEqual(['RTO', 'RPO object-storage']);
    expect([quantileLabel(0.95), quantileLabel(0.999), quantileLabel(0.07)]).toEqual(['P95', 'P99.9', 'P7']);
  });

  it('part the thousands of a count', () => {
    expect([countText(999), countText(1000), countText(1234567)]).toEqual(['999', '1,000', '1,234,567']);
  });
});

describe('blocks', () => {
  it('rise with the counts and leave a bin without incidents blank', () => {
    expect(blocks([0, 1, 50, 100])).toBe(' ▁▄█');
  });
});

describe('frequencyText', () => {
  it.each([
    [0.05, 'once in 20 years'],
    [(1 / 31_557_600) * 31_557_600, '1 a year'],
    [1 - 2 ** -53, '1 a year'],
    [3.678, '3.68 a year'],
    [null, 'how often is not said'],
  ])('of %s', (perYear, text) => {
    expect(frequencyText(perYear)).toBe(text);
  });
});
