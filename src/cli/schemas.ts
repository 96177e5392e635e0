import { drillSchema } from '../evidence/drills/drill-schema.js';
import { alertsSchema } from '../report/alerts/alerts-schema.js';
import { checkSchema } from '../report/check/check-schema.js';
import { comparisonSchema } from '../report/comparison-schema.js';
import { drillsSchema } from '../report/drills-schema.js';
import { explanationSchema } from '../report/explain/explanation-schema.js';
import { fitSchema } from '../report/fit-schema.js';
import { importSchema } from '../report/import-schema.js';
import { nextSchema } from '../report/next-schema.js';
import { resultSchema } from '../report/result-schema.js';
import { scoreSchema } from '../report/score-schema.js';
import { sizingSchema } from '../report/size/sizing-schema.js';
import { yearsSchema } from '../report/years/years-schema.js';
import { reviewSchema } from '../review/review-schema.js';
import { scenarioSchema } from '../scenario/scenario-schema.js';

/** JSON Schemas (draft 2020-12) of what Drillcast reads and writes, by the names under which they are asked for. */
export const SCHEMAS = {
  scenario: scenarioSchema,
  result: resultSchema,
  comparison: comparisonSchema,
  check: checkSchema,
  explanation: explanationSchema,
  sizing: sizingSchema,
  alerts: alertsSchema,
  years: yearsSchema,
  import: importSchema,
  drill: drillSchema,
  drills: drillsSchema,
  score: scoreSchema,
  fit: fitSchema,
  next: nextSchema,
  review: reviewSchema,
} as const;
