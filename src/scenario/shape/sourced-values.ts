import { SIZE } from './measure.js';
import { probabilityShape } from './plain-values.js';
import { sourced } from './provenance-keys.js';
import { quantityShape } from './quantities.js';
import { periodShape } from './schedule-shape.js';

/** Values that stand in many places and may come with their source. */
export const likelihoodShape = sourced(probabilityShape, 'sourced-probability');
export const sizeShape = sourced(quantityShape(SIZE), 'sourced-size');
export const sourcedPeriodShape = sourced(periodShape, 'period');
