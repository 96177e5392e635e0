#!/usr/bin/env node
import { runCommandLine } from './command-line.js';
import { nodeWorld } from './node-world.js';

// The exit code is set, not forced: what is still on its way to a pipe arrives.
process.exitCode = await runCommandLine(process.argv.slice(2), nodeWorld());
