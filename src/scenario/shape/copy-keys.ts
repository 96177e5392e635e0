import { referenceShape, referencesShape, truthShape } from './plain-values.js';

/** Keys of everything that lives somewhere. */
export const placeKeys = {
  on: referencesShape.optional().meta({ description: 'the sites that it lives on: lost when any of them is' }),
};

/** Keys of every copy of a surface. */
export const copyKeys = {
  ...placeKeys,
  immutable: truthShape.optional().meta({ description: 'whether no attacker can destroy it; false, when absent' }),
  'readable-with': referenceShape.optional().meta({
    description: 'a surface without which it cannot be read: the keys that it is encrypted with',
  }),
};
