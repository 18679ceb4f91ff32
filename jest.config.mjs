/** Jest runs TypeScript through swc; types are judged by tsc alone. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  globalSetup: '<rootDir>/tests/setup/build-once.mjs',
  setupFiles: ['<rootDir>/tests/setup/seed.ts'],
  // Only what hangs: how long something takes is measured in bench/, never tested.
  testTimeout: 180_000,
  maxWorkers: 2,
};
