import { describe } from 'vitest';
import { testBrokenFiles } from '../../support/broken-file.js';

const FROM = 'manifests: { versioned: true }';
const saying = (durability: string): string => `manifests: { versioned: true, durability: ${durability} }`;

describe('Of stored data that goes bad', () => {
  testBrokenFiles([
    {
      fact: 'some fault has to be said',
      from: FROM,
      to: saying('{ copies: 2 }'),
      at: '26:33 surfaces.manifests.durability',
      says: 'expected "visible-faults" or "latent-faults", found none of them',
    },
    {
      fact: 'copies are counted up to a hundred',
      from: FROM,
      to: saying('{ copies: 1000, visible-faults: { every: 5y } }'),
      at: '26:55 surfaces.manifests.durability.copies',
      says: 'expected a whole number from 1 to 100, found 1000',
    },
    {
      fact: 'a copy lasts for some time',
      from: FROM,
      to: saying('{ copies: 2, visible-faults: { every: 0d } }'),
      at: '26:83 surfaces.manifests.durability.visible-faults.every',
      says: 'expected a duration above zero, found "0d"',
      mend: 'write "14d" or "2y"',
    },
    {
      fact: 'latent faults are found in one way',
      from: FROM,
      to: saying('{ copies: 2, latent-faults: { every: 5y, audited-every: 30d, found-after: 10d } }'),
      at: '26:106 surfaces.manifests.durability.latent-faults.found-after',
      says: 'expected either "audited-every" or "found-after", not both, found "found-after"',
      mend: 'remove one of the two',
    },
    {
      fact: 'copies that are not independent at all are one',
      from: FROM,
      to: saying('{ copies: 2, independence: 0%, visible-faults: { every: 5y } }'),
      at: '26:72 surfaces.manifests.durability.independence',
      says: 'expected a share above 0%, found "0%"',
      mend: 'copies that all go bad at once are one copy: write "copies: 1"',
    },
    {
      fact: 'a latent fault spoils all or a part',
      from: FROM,
      to: saying('{ copies: 2, latent-faults: { every: 5y, spoils: sector } }'),
      at: '26:94 surfaces.manifests.durability.latent-faults.spoils',
      says: 'expected "all" or "part", found "sector"',
    },
  ]);
});
