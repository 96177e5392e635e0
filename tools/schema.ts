import { writeFileSync } from 'node:fs';
import { SCHEMAS } from '../src/cli/schemas.js';

/** Writes every JSON Schema into `schema/`, as `drillcast schema` prints it. */
for (const [name, schema] of Object.entries(SCHEMAS)) {
  const file = `schema/${name}.json`;
  writeFileSync(file, `${JSON.stringify(schema(), null, 2)}\n`);
  console.log(file);
}
