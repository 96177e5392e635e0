/**
 * The gate: every promise that a machine can hold, from the cheapest to the dearest, stopping at the first
 * that is broken. `npm test` runs it; so does CI.
 */
import { spawnSync } from 'node:child_process';

const STAGES = [
  // By its path: other packages bring a command of the same name.
  { holds: 'Types agree', command: 'node node_modules/typescript/bin/tsc -p .' },
  { holds: 'The linter has nothing to say', command: 'eslint . --max-warnings 0' },
  { holds: 'Files are formatted', command: 'prettier --check --log-level warn .' },
  { holds: 'The architecture stands, and every file and export is used', command: 'vitest run test/architecture' },
  { holds: 'The package builds', command: 'npm run --silent build' },
  { holds: 'The tests pass', command: 'vitest run --exclude "test/architecture/**"' },
] as const;

const started = performance.now();
STAGES.forEach(({ holds, command }, index) => {
  console.log(`\n── ${index + 1}/${STAGES.length}  ${holds}  ── ${command}`);
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\n✗ ${holds}: not so. To see it alone: npx -c '${command}'`);
    process.exit(1);
  }
});
console.log(`\n✓ All ${STAGES.length} stages hold, in ${Math.round((performance.now() - started) / 1000)} s.`);
