import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: ['bench/*.ts', 'verify/*.ts', 'scripts/*.ts', 'evals/*.ts', 'test/**/*.test.ts'],
  project: [
    'src/**/*.{ts,tsx}',
    'bench/**/*.ts',
    'verify/**/*.ts',
    'scripts/**/*.ts',
    'evals/**/*.ts',
    'test/**/*.ts',
    'migrations/*.ts',
  ],
  ignoreExportsUsedInFile: true,
};

export default config;
