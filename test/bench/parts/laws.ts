import { sample } from '../../../src/distributions/families.js';
import { fillFromOccasions } from '../../../src/distributions/fill-from-occasions.js';
import { fill } from '../../../src/distributions/fill.js';
import { OccasionList } from '../../../src/random/occasion-list.js';
import { occasions } from '../../../src/random/occasion.js';
import { stream } from '../../../src/random/stream.js';
import { LAWS } from '../../support/laws.js';
import type { Part, Parts } from './part.js';

const count = 1024;
const out = new Float64Array(count);
const luck = occasions(1, 'bench');
const list = new OccasionList(count);
list.count = count;
list.incidents.set(Int32Array.from({ length: count }, (_, i) => i));

/** A draw of every law: a column from a stream, a column from occasions, and one by one. */
export const LAW_DRAWS: Parts = Object.fromEntries(
  Object.entries(LAWS).flatMap(([name, law]): [string, Part][] => {
    const draws = stream(1, name, 0);
    return [
      [`${name}, fill`, { count, run: () => fill(law, draws, out, count) }],
      [
        `${name}, fillFromOccasions`,
        {
          count,
          run: () => {
            luck.drawFirstWords(list);
            fillFromOccasions(law, luck, list, { spent: 0, out });
          },
        },
      ],
      [
        `${name}, sample`,
        {
          count,
          run: () => {
            for (let i = 0; i < count; i++) out[i] = sample(law, draws);
          },
        },
      ],
    ];
  }),
);
