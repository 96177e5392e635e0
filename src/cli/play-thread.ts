import { workerData } from 'piscina';
import type { IncidentRange } from '../study/incident-range.js';
import { joinSharedRun, type SharedRun } from './shared-run.js';

/** What a thread of `node-threads.ts` runs: it joins the run that it was started for, and plays what it is dealt. */
const recorder = joinSharedRun(workerData as SharedRun);

/** Plays these incidents into the memory of the run. */
export default function play(range: IncidentRange): void {
  recorder.play(range);
}
