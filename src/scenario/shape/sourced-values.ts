import { DURATION, NUMBER, PRICE, SIZE } from './measure.js';
import { attemptFailureShape, probabilityShape } from './plain-values.js';
import { countedShare, sourced } from './provenance-keys.js';
import { quantityShape } from './quantities.js';
import { periodShape } from './schedule-shape.js';

/** Values that stand in many places and may come with their source. */
export const likelihoodShape = countedShare(probabilityShape, 'sourced-probability');
export const attemptFailsShape = countedShare(attemptFailureShape, 'attempt-failure');
export const sourcedDurationShape = sourced(quantityShape(DURATION), 'sourced-duration');
export const sourcedNumberShape = sourced(quantityShape(NUMBER), 'sourced-number');
export const priceShape = sourced(quantityShape(PRICE), 'sourced-price');
export const sizeShape = sourced(quantityShape(SIZE), 'sourced-size');
export const sourcedPeriodShape = sourced(periodShape, 'period');
