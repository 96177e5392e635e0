import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fillFromOccasions, fillFromOccasionsPlainly } from '../../src/distributions/fill-from-occasions.js';
import { fill, fillPlainly } from '../../src/distributions/fill.js';
import type { Law } from '../../src/distributions/law.js';
import { kernelsFor } from '../../src/random/kernels.js';
import { OccasionList } from '../../src/random/occasion-list.js';
import { occasions } from '../../src/random/occasion.js';
import { stream } from '../../src/random/stream.js';

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** With deviations so large that results over- and underflow, or are subnormal. */
const law: fc.Arbitrary<Law> = fc.oneof(
  fc.record({ kind: fc.constant('lognormal' as const), mu: between(-40, 40), sigma: between(0.01, 3) }),
  fc.record({ kind: fc.constant('lognormal' as const), mu: between(-800, 800), sigma: between(0.01, 400) }),
  fc.record({ kind: fc.constant('exponential' as const), mean: between(1e-9, 1e9) }),
  fc
    .tuple(between(-1e6, 1e6), between(1e-3, 1e6))
    .map(([min, width]) => ({ kind: 'uniform' as const, min, max: min + width })),
  fc.tuple(between(-1e3, 1e3), between(0, 1e4), between(1e-3, 1e4)).map(([min, left, right]) => ({
    kind: 'triangular' as const,
    min,
    mode: min + left,
    max: min + left + right,
  })),
);

const count = fc.oneof(fc.integer({ min: 16, max: 1024 }), fc.integer({ min: 1025, max: 3000 }));

/** The bits of numbers, in which 0 and −0 differ, as text of 16 digits each. */
const bitsOf = (numbers: Float64Array): string => Buffer.from(numbers.buffer).toString('hex');

/** Draws twice from one stream, by whatever `fill` is given, and one number more, so that its state is seen too. */
function drawn(how: typeof fill, { seed, block, law: asked, count: many }: Drawing): Float64Array {
  const source = stream(seed, 'kernels', block);
  const out = new Float64Array(2 * many + 1);
  how(asked, source, out.subarray(0, many), many);
  how(asked, source, out.subarray(many), many);
  out[2 * many] = source.normal();
  return out;
}

interface Drawing {
  readonly seed: number;
  readonly block: number;
  readonly law: Law;
  readonly count: number;
}

const BESIDE_THE_LIMIT: Drawing = {
  seed: 2014929279,
  block: 5,
  law: { kind: 'lognormal', mu: 0, sigma: 399.99509521537516 },
  count: 270,
};

describe('The kernels in WebAssembly', () => {
  it('are there in Node.js', () => {
    expect(kernelsFor(1024)).toBeDefined();
  });

  it('fill a column with the same bits as the loops in JavaScript, and leave the stream in the same state', () => {
    fc.assert(
      fc.property(fc.record({ seed: fc.nat(), block: fc.nat(), law, count }), (drawing) => {
        expect(bitsOf(drawn(fill, drawing))).toBe(bitsOf(drawn(fillPlainly, drawing)));
      }),
      // The first of them once differed: a number that is still normal beside one that is not.
      { numRuns: 300, examples: [[BESIDE_THE_LIMIT]] },
    );
  });

  it('do so in the tail of the normal law and beside its core, of which a million numbers have enough', () => {
    const drawing = { seed: 1, block: 0, law: { kind: 'lognormal', mu: 0, sigma: 1 }, count: 2 ** 20 } as const;
    const found = drawn(fill, drawing);
    expect(bitsOf(found) === bitsOf(drawn(fillPlainly, drawing))).toBe(true);
    const inTail = found.filter((value) => Math.abs(Math.log(value)) > 3.6541529);
    expect(inTail.length).toBeGreaterThan(400);
  });

  it('draw the words of occasions, and lognormal numbers from them, with the same bits', () => {
    const asked = fc.record({
      seed: fc.nat(),
      law,
      spent: fc.constantFrom(0, 1),
      incidents: fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { minLength: 16, maxLength: 1300 }),
    });
    fc.assert(
      fc.property(asked, ({ seed, law: drawnLaw, spent, incidents }) => {
        const luck = occasions(seed, 'kernels');
        const [byKernel, plain] = [new OccasionList(incidents.length), new OccasionList(incidents.length)];
        for (const list of [byKernel, plain]) {
          list.count = incidents.length;
          list.incidents.set(incidents);
          list.occasions.set([...incidents].reverse());
        }
        luck.drawFirstWords(byKernel);
        luck.drawFirstWordsPlainly(plain);
        expect(byKernel.words).toEqual(plain.words);
        const [found, judge] = [new Float64Array(incidents.length), new Float64Array(incidents.length)];
        fillFromOccasions(drawnLaw, luck, byKernel, { spent, out: found });
        fillFromOccasionsPlainly(drawnLaw, luck, plain, { spent, out: judge });
        expect(bitsOf(found)).toBe(bitsOf(judge));
      }),
      { numRuns: 100 },
    );
  });
});

describe('Where WebAssembly cannot be had', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  const { CompileError } = WebAssembly;
  const Module = function (): never {
    throw new CompileError('a page may forbid it');
  };

  it.each([
    ['because there is none', undefined],
    ['because the page forbids it', { Module, CompileError }],
  ])('%s, the loops in JavaScript take over', async (_, stub) => {
    const drawing = { seed: 1, block: 0, law: { kind: 'lognormal', mu: 0, sigma: 1 }, count: 1024 } as const;
    const expected = drawn(fill, drawing);
    vi.resetModules();
    vi.stubGlobal('WebAssembly', stub);
    const kernels = await import('../../src/random/kernels.js');
    const alone = await import('../../src/distributions/fill.js');
    expect(kernels.kernelsFor(1024)).toBeUndefined();
    expect(drawn(alone.fill, drawing)).toEqual(expected);
  });
});
