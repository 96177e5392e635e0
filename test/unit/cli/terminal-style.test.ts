import { describe, expect, test } from 'vitest';
import { styleFor, withColours } from '../../../src/cli/terminal-style.js';
import { memoryWorld, type MemoryWorldOptions } from '../../support/memory-world.js';

const RED = '\u001b[31mx\u001b[39m';

function redX(options: MemoryWorldOptions, wished?: boolean): string {
  const world = memoryWorld(options);
  return styleFor(world.stdout, withColours(world, wished)).red('x');
}

describe('Text is coloured', () => {
  test.each<[when: string, options: MemoryWorldOptions, wished: boolean | undefined, expected: string]>([
    ['on a terminal', { isTTY: true }, undefined, RED],
    ['not in a pipe', {}, undefined, 'x'],
    ['not on a dumb terminal', { isTTY: true, environment: { TERM: 'dumb' } }, undefined, 'x'],
    ['not with NO_COLOR', { isTTY: true, environment: { NO_COLOR: '1' } }, undefined, 'x'],
    ['though NO_COLOR is set, when it is empty', { isTTY: true, environment: { NO_COLOR: '' } }, undefined, RED],
    ['in a pipe with FORCE_COLOR', { environment: { FORCE_COLOR: '1' } }, undefined, RED],
    ['not with FORCE_COLOR=0', { isTTY: true, environment: { FORCE_COLOR: '0' } }, undefined, 'x'],
    ['not when both are set', { environment: { FORCE_COLOR: '1', NO_COLOR: '1' } }, undefined, 'x'],
    ['not with --no-color, whatever else is set', { isTTY: true, environment: { FORCE_COLOR: '1' } }, false, 'x'],
    ['with --color, whatever else is set', { environment: { NO_COLOR: '1' } }, true, RED],
  ])('%s', (_, options, wished, expected) => {
    expect(redX(options, wished)).toBe(expected);
  });
});
