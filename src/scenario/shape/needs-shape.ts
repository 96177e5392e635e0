import * as z from 'zod';
import type { Step } from '../scenario.js';
import type { Shape } from './leaf.js';
import { countShape, named, referencesShape } from './plain-values.js';

type Needs = Step['needs'];

/** People whom work needs: a role, several, or a number of each. */
export const needsShape: Shape<Needs> = z.union([
  referencesShape.transform((roles): Needs => roles.map((role) => ({ role, count: 1 }))),
  named(countShape).transform((counts): Needs => Object.entries(counts).map(([role, count]) => ({ role, count }))),
]);
