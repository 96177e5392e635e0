import { describe, expect, test } from 'vitest';
import { showProgress } from '../../../src/cli/progress.js';
import { memoryWorld } from '../../support/memory-world.js';

describe('Progress', () => {
  test('is shown on a terminal once a second has passed, with the time that is left, and taken away at the end', () => {
    const world = memoryWorld({ isTTY: true, tickMs: 600 });
    const progress = showProgress(world);
    progress.advance(10, 100);
    expect(world.stderr.text).toBe('');
    // 1.2 s for 20 of 100: 4.8 s for the rest, rounded up.
    progress.advance(20, 100);
    expect(world.stderr.text).toBe('\r20 % of the incidents played, 5 s left \u001b[K');
    progress.clear();
    expect(world.stderr.text.endsWith('\r\u001b[K')).toBe(true);
    expect(world.stdout.text).toBe('');
  });

  test('is rewritten at most ten times a second', () => {
    const world = memoryWorld({ isTTY: true, tickMs: 30 });
    const progress = showProgress(world);
    for (let done = 1; done <= 100; done += 1) progress.advance(done, 100);
    // 3 s in all, of which 2 after the patience of one: a line every 120 ms, the first tick beyond 100 ms.
    expect(world.stderr.text.split('\r').length - 1).toBe(17);
  });

  test('leaves no trace when the run was quick', () => {
    const world = memoryWorld({ isTTY: true, tickMs: 1 });
    const progress = showProgress(world);
    progress.advance(50, 100);
    progress.clear();
    expect(world.stderr.text).toBe('');
  });

  test('is not shown in a pipe', () => {
    const world = memoryWorld({ isTTY: false, tickMs: 600 });
    const progress = showProgress(world);
    for (let done = 1; done <= 10; done += 1) progress.advance(done, 10);
    progress.clear();
    expect(world.stderr.text).toBe('');
  });
});
