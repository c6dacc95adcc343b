import { type Config, parseConfig } from './config.ts';

/** The only reader of the environment. @throws ConfigError */
export function readConfig(overrides: Readonly<Record<string, string>> = {}): Config {
  return parseConfig({ ...process.env, ...overrides });
}
