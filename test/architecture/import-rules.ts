import { cruise, type IForbiddenRuleType } from 'dependency-cruiser';
import { ENTRANCES, LAYERS, OUTSIDE_WORLD } from './layers.js';

/** One broken import: which rule, from where, to what. */
export interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

const isRoom = (room: string): string => `^src/${room}(/|\\.ts$)`;
const isOneOf = (rooms: readonly string[]): string => `^src/(${rooms.join('|')})(/|\\.ts$)`;
const isEntrance = `^src/(${ENTRANCES.join('|')})\\.tsx?$`;
const isPackage = (names: readonly string[]): string => `(^|node_modules/)(@types/)?(${names.join('|')})(/|$)`;

/** The file into which `tools/build.ts` folds the packages that it imports. */
const BUNDLED = '^src/distributions/incomplete-functions\\.ts$';

/** The room that becomes one page with all that it imports. */
const BUNDLED_ROOM = isRoom('explorer');

/** The table of layers, and what follows from it, in the words of dependency-cruiser. */
function forbidden(): IForbiddenRuleType[] {
  const layers = Object.entries(LAYERS).flatMap(([room, { rooms, packages }]): IForbiddenRuleType[] => [
    {
      name: 'a room imports only the rooms below it',
      severity: 'error',
      from: { path: isRoom(room) },
      to: { path: '^src/', pathNot: isOneOf([room, ...rooms]) },
    },
    {
      name: 'a package is used only in its room',
      severity: 'error',
      from: { path: isRoom(room) },
      to: {
        dependencyTypesNot: ['local', 'core'],
        path: '^[^.]|node_modules/',
        ...(packages.length > 0 ? { pathNot: `^src/|${isPackage(packages)}` } : { pathNot: '^src/' }),
      },
    },
  ]);
  return [
    ...layers,
    {
      name: 'only the outside world imports node:*',
      severity: 'error',
      from: { path: '^src/', pathNot: isRoom(OUTSIDE_WORLD) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'a user installs what is imported',
      severity: 'error',
      from: { path: '^src/', pathNot: `${BUNDLED}|${BUNDLED_ROOM}` },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'what is bundled is a dependency of the build',
      severity: 'error',
      from: { path: BUNDLED },
      to: { dependencyTypes: ['npm', 'npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'no cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    { name: 'every import resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'every file is reached from an entrance',
      severity: 'error',
      from: { path: isEntrance },
      // Declarations of what has none of its own are found by the compiler, not by an import.
      to: { path: '^src/', pathNot: `${isEntrance}|\\.d\\.ts$`, reachable: false },
    },
  ];
}

/** Every import under `src/` of the project at `root` that breaks a rule; types count as imports. */
export async function brokenImports(root: string): Promise<Breach[]> {
  const options = {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: forbidden() },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  };
  const asNodeResolves = { exportsFields: ['exports'], conditionNames: ['import', 'default'] };
  const { output } = await cruise(['src'], options, asNodeResolves);
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered in words: ${output}`);
  if (output.summary.totalCruised === 0) throw new Error(`No module found under ${root}/src`);
  return output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
