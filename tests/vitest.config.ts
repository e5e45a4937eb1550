import { defineConfig } from "vitest/config";

const children = process.env.COVERAGE_OF_CHILDREN;

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Where lines are counted (tests/coverage.mjs), the processes that tests start count theirs too.
    env: children === undefined ? {} : { NODE_V8_COVERAGE: children },
    // A real browser that draws in software on two busy cores can keep the page waiting for seconds.
    expect: { poll: { timeout: 15_000 } },
    retry: process.env.CI === undefined ? 0 : 2,
  },
});
