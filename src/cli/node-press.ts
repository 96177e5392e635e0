import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser, printInBrowser } from './node-browser.js';
import { pngMaker } from './node-png.js';
import type { Press } from './press.js';

/** Made by the build from `src/page/` and `src/explorer/`, in the folders beside that of the command line. */
const LIVE_PROGRAM = fileURLToPath(new URL('../page/live-charts.js', import.meta.url));
const EXPLORER_PAGE = fileURLToPath(new URL('../explorer/index.html', import.meta.url));

/** The press of this machine. */
export const nodePress: Press = {
  liveProgram: () => ifBuilt(LIVE_PROGRAM),
  explorerPage: () => ifBuilt(EXPLORER_PAGE),
  findBrowser,
  print: printInBrowser,
  pngMaker,
};

function ifBuilt(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
