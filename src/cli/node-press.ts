import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser, printInBrowser } from './node-browser.js';
import { pngMaker } from './node-png.js';
import type { Press } from './press.js';

/** Made by the build from `src/page/`, in the folder beside that of the command line. */
const LIVE_PROGRAM = fileURLToPath(new URL('../page/live-charts.js', import.meta.url));

/** The press of this machine. */
export const nodePress: Press = {
  liveProgram: () => (existsSync(LIVE_PROGRAM) ? readFileSync(LIVE_PROGRAM, 'utf8') : undefined),
  findBrowser,
  print: printInBrowser,
  pngMaker,
};
