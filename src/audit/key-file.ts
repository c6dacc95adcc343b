import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  createInstallationKey,
  type InstallationKey,
  openInstallationKey,
} from './installation-key.ts';

/** Reads the key from the file, which only its owner may read; the first start writes it. @throws ConfigError */
export async function readKeyFile(path: string): Promise<InstallationKey> {
  await mkdir(dirname(path), { recursive: true });
  try {
    // Two processes may start at once: one writes it, both read it.
    await writeFile(path, await createInstallationKey(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  return openInstallationKey(await readFile(path, 'utf8'));
}
