import { THEMED } from '../../report/charts/palette.js';
import { timeline } from '../../report/charts/timeline.js';
import { printable } from '../../report/printable.js';
import { incidentAtQuantile } from '../../study/incident-at-quantile.js';
import { traceIncident } from '../../study/trace-incident.js';
import { drawPicture } from './draw.js';
import type { PlayedRun } from './played-run.js';
import type { AskedIncident, ToldIncident } from './protocol.js';

/** In less there is no room for bars beside their names and words; on a narrow screen one scrolls. In pixels. */
const LEAST_WIDTH = 620;

/** Plays an incident of a run again, and draws when each step waited, worked and ended. */
export async function tellIncident(run: PlayedRun, asked: AskedIncident, width: number): Promise<ToldIncident> {
  const { plan, outcomes } = run;
  const incident = asked.kind === 'number' ? asked.incident : incidentAt(run, asked.metric, asked.share);
  const trace = traceIncident(plan, { seed: outcomes.seed, incident });
  const figure = timeline(trace, { name: 'incident', title: `Where does the time go? ${printable(trace.kind)}` });
  const { svg } = await drawPicture({
    ...figure.draw(THEMED),
    width: Math.max(LEAST_WIDTH, width),
    autosize: { type: 'fit-x', contains: 'padding' },
  });
  return { trace, chart: { svg, title: figure.title, alternative: figure.alternative, table: figure.table } };
}

function incidentAt({ outcomes }: PlayedRun, metric: string, share: number): number {
  const column = outcomes.metrics.find(({ name }) => name === metric);
  if (column === undefined) throw new RangeError(`tellIncident: the run has no metric ${metric}`);
  return incidentAtQuantile(column.values, share);
}
