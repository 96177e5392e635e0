import { openDocument } from '../../scenario/document/open-document.js';
import { nodeAt, plainData, type LocatedMap } from '../../scenario/document/located-tree.js';
import { withoutEchoes } from '../../scenario/echoes.js';
import { complain, complainOfKey, locate, problemOf } from '../../scenario/problem.js';
import type { Complaint, PlacedProblem, Problem } from '../../scenario/problem.js';
import type { SourceText } from '../../scenario/scenario.js';
import { complaintsOf } from '../../scenario/shape/complaints-of-issues.js';
import type { Drill } from './drill.js';
import { brokenDrillRules } from './drill-rules.js';
import { drillShape } from './drill-shape.js';
import * as wording from './drill-wording.js';
import { readDrillTable } from './read-drill-table.js';

/** The drills of a file, or everything that is wrong with it, in the order of its lines (the first hundred). */
export type DrillsRead =
  | { readonly kind: 'drills'; readonly drills: readonly Drill[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** Nobody mends more in one go; each is looked up in a text that may be a hundred megabytes long. */
const MOST_PROBLEMS = 100;

/** Reads a drill file: a table with many drills when its name ends in `.csv`, else one drill in YAML. */
export function readDrills(source: SourceText): DrillsRead {
  const read = /\.csv$/i.test(source.file) ? readDrillTable(source, MOST_PROBLEMS) : readDrill(source);
  if (!('problems' in read)) return { kind: 'drills', drills: read.drills };
  const sorted = [...read.problems].sort((a, b) => a.place.start - b.place.start);
  return { kind: 'problems', problems: sorted.slice(0, MOST_PROBLEMS).map(problemOf) };
}

function readDrill(source: SourceText): { drills: readonly Drill[] } | { problems: readonly PlacedProblem[] } {
  const { tree, problems } = openDocument(source, wording.noDrill);
  if (tree === undefined) return { problems };
  const shaped = drillShape.safeParse(plainData(tree));
  const drill = shaped.success ? assembled(shaped.data, source.file) : undefined;
  const complaints = [
    ...versionComplaints(tree),
    ...complaintsOf((shaped.error?.issues ?? []).filter(({ path }) => path[0] !== 'drill')),
    ...(drill === undefined ? [] : brokenDrillRules(drill).map((complaint) => alone(complaint, tree))),
  ];
  const found = [...problems, ...withoutEchoes(complaints, tree).map((complaint) => locate(complaint, tree))];
  return drill === undefined || found.length > 0 ? { problems: found } : { drills: [drill] };
}

function assembled(data: ReturnType<typeof drillShape.parse>, file: string): Drill {
  const { rto, rtt, rpo = {} } = data.achieved ?? {};
  return {
    name: data.name ?? nameOfFile(file),
    kind: data.kind,
    began: data.began,
    environment: data.environment ?? '',
    ...(data.incident === undefined ? {} : { incident: data.incident }),
    restored: data.restored ?? [],
    ended: data.ended ?? 'completed',
    achieved: { ...(rto === undefined ? {} : { rto }), ...(rtt === undefined ? {} : { rtt }), rpo },
    steps: Object.entries(data.steps ?? {}).map(([name, attempts]) => ({ name, attempts })),
    failures: data.failures ?? [],
    note: data.note ?? '',
  };
}

/** The last part of a path, without what says its format. */
function nameOfFile(file: string): string {
  return file.replace(/^.*[/\\]/, '').replace(/\.(ya?ml|json)$/i, '');
}

function versionComplaints(tree: LocatedMap): readonly Complaint[] {
  const version = tree.entries.get('drill')?.value;
  if (version === undefined) return [complainOfKey([], wording.versionMissing())];
  return version.kind === 'scalar' && version.value === 1 ? [] : [complain(['drill'], wording.versionUnknown())];
}

/** A step with one attempt may be written without a list: then there is no number in the path. */
function alone(complaint: Complaint, tree: LocatedMap): Complaint {
  const [section, step, attempt, ...rest] = complaint.path;
  if (section !== 'steps' || typeof attempt !== 'number') return complaint;
  return nodeAt(tree, [section, step])?.node.kind === 'list'
    ? complaint
    : { ...complaint, path: [section, step, ...rest] };
}
