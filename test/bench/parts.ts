/**
 * Nanoseconds of each part by itself, beside what it could be replaced with. The parts take turns in one run, and the
 * lower quartile of many rounds counts: on a busy machine trust the ratios.
 *
 * A program of its own and not a vitest bench, because vitest turns every import into a property access, and
 * what is measured then is mostly that.
 *
 * `npx tsx test/bench/parts.ts [chance|laws|engine|statistics] [rounds]`
 */
import { CHANCE } from './parts/chance.js';
import { ENGINE } from './parts/engine.js';
import { LAW_DRAWS } from './parts/laws.js';
import type { Part } from './parts/part.js';
import { STATISTICS } from './parts/statistics.js';

const CHAPTERS = { chance: CHANCE, laws: LAW_DRAWS, engine: ENGINE, statistics: STATISTICS };

const wanted = process.argv.slice(2).filter((word) => word in CHAPTERS);
const rounds = Number(process.argv.slice(2).find((word) => Number(word) > 0) ?? 200);
for (const [chapter, parts] of Object.entries(CHAPTERS)) {
  if (wanted.length > 0 && !wanted.includes(chapter)) continue;
  console.log(`\n${chapter}`);
  const times = new Map(Object.keys(parts).map((name): [string, number[]] => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, part] of Object.entries(parts)) times.get(name)?.push(nanosecondsOf(part));
  }
  for (const [name, each] of times) {
    const quartile = each.sort((a, b) => a - b)[Math.floor(each.length / 4)];
    console.log(`  ${name.padEnd(46)}${quartile.toFixed(1).padStart(9)} ns`);
  }
}

function nanosecondsOf({ count, run }: Part): number {
  const started = performance.now();
  run();
  return ((performance.now() - started) * 1e6) / count;
}
