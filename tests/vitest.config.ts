import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // A real browser that draws in software on two busy cores can keep the page waiting for seconds.
    expect: { poll: { timeout: 15_000 } },
    retry: process.env.CI === undefined ? 0 : 2,
  },
});
