import picocolors from 'picocolors';
import { plainStyle, type Style } from '../report/style.js';
import type { Terminal, World } from './world.js';

/** How text is marked on this stream: by NO_COLOR and FORCE_COLOR, else with colours when it is a terminal. */
export function styleFor(terminal: Terminal, { environment }: World): Style {
  return isColourful(terminal, environment) ? picocolors.createColors(true) : plainStyle;
}

/** The world as it is when the reader has said `--color` or `--no-color`, which go before what is set around. */
export function withColours(world: World, wished: boolean | undefined): World {
  if (wished === undefined) return world;
  const wish = wished ? { NO_COLOR: '', FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  return { ...world, environment: { ...world.environment, ...wish } };
}

function isColourful(terminal: Terminal, environment: World['environment']): boolean {
  const { NO_COLOR: never = '', FORCE_COLOR: always = '', TERM: kind } = environment;
  if (never !== '') return false;
  if (always !== '') return always !== '0' && always !== 'false';
  return terminal.isTTY && kind !== 'dumb';
}
