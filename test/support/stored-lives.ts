import { readFileSync } from 'node:fs';
import { compileDurability } from '../../src/plan/durability-plan.js';
import { StoredData } from '../../src/simulation/durability/stored-data.js';
import { HOUR } from '../../src/units/quantity.js';
import { scenarioOf } from './plan-of.js';

/** What became of stored data, life by life: hours until the first loss, and units lost within the horizon. */
export interface StoredLives {
  readonly firstLoss: Float64Array;
  readonly unitsLost: Float64Array;
}

/** Lives of the stored data of a scenario file's one surface that has any, perhaps with other keys of its durability. */
export function livesOfFile(name: string, { lives, change }: { lives: number; change?: string }): StoredLives {
  const file = `scenarios/${name}.yaml`;
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  const surface = /^ {2}([a-z-]+):\n(?: {4}.*\n)* {4}durability:/m.exec(text)?.[1];
  if (surface === undefined) throw new Error(`${file} has no durability`);
  return livesOf(
    change === undefined
      ? text
      : `drillcast: 1\nextends: ${name}\nname: Changed\nsurfaces: { ${surface}: { durability: ${change} } }\n`,
    lives,
  );
}

/** The same of a text. */
export function livesOf(text: string, lives: number): StoredLives {
  const [plan] = compileDurability(scenarioOf(text));
  const data = new StoredData(plan, 5);
  const [firstLoss, unitsLost] = [new Float64Array(lives), new Float64Array(lives)];
  for (let life = 0; life < lives; life++) {
    data.play(life);
    firstLoss[life] = data.firstLoss / HOUR;
    unitsLost[life] = data.unitsLost;
  }
  return { firstLoss, unitsLost };
}
