/**
 * @jest-config-loader ts-node
 * @jest-config-loader-options {"transpileOnly":true,"compilerOptions":{"module":"CommonJS","moduleResolution":"Node10","verbatimModuleSyntax":false}}
 */
import type { Config } from 'jest';

const config: Config = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
        module: { type: 'es6' },
      },
    ],
  },
  roots: ['<rootDir>/server', '<rootDir>/web', '<rootDir>/scripts'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/build'],
  setupFilesAfterEnv: ['<rootDir>/server/testing/setup.ts'],
  testTimeout: 20_000,
  // A single process would keep what every suite's modules leave behind, and grow past what Node allows it.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
};

export default config;
