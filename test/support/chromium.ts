import { existsSync } from 'node:fs';
import type { LaunchOptions } from 'playwright-core';

/** How browsers are started here. @throws in plain words when there is none. */
export function browserOptions(): LaunchOptions {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `No browser at ${executablePath}. Install one (Debian: apt-get install chromium ` +
        'fonts-noto-core fonts-noto-color-emoji) or set CHROMIUM_PATH.',
    );
  }
  return {
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
