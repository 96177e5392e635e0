import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A million draws beside a formula take seconds on a busy machine; a hang takes for ever.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
