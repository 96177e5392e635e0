/** The public names of Drillcast; everything here runs in a browser as in Node. */
export { readScenario, type ReadResult } from './scenario/read-scenario.js';
export { formatProblem } from './scenario/read-scenario.js';
export { writeScenario } from './scenario/write-scenario.js';
export { compile } from './plan/compile.js';
export { replicate, type ReplicateOptions } from './study/replicate.js';
export { summarise, type SummaryContext } from './study/summarise.js';
export { summaryContext, type Origin } from './study/summary-context.js';
export { compare, type ComparedRun } from './study/compare.js';
export { traceIncident } from './study/trace-incident.js';
export { renderText, type TextOptions } from './report/render-text.js';
export { renderJson } from './report/render-json.js';
export { renderComparisonText } from './report/render-comparison-text.js';
export { renderComparisonJson } from './report/render-comparison-json.js';
export { VERSION as version } from './version.js';

export type { Scenario } from './scenario/scenario.js';
export type { Problem } from './scenario/problem.js';
export type { Plan } from './plan/plan.js';
export type { Outcomes } from './study/outcomes.js';
export type { Comparison } from './study/comparison.js';
export type { Summary } from './study/summary.js';
