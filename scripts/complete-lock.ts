import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Adds to package-lock.json the optional packages of other platforms that are missing because the
 * registry it was written with does not serve them: without them `npm ci` refuses the lock file. They
 * carry version, os and cpu, no hash; npm fetches them only on the platform they are for.
 */
interface Entry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const systems: Readonly<Record<string, string>> = { windows: 'win32' };
const knownSystems = /win32|windows|darwin|linux|android|freebsd|openharmony/;
const knownCpus = /(?<=-)(?:x64|arm64|ia32|ppc64|riscv64|s390x|arm|64)(?![a-z\d])/;

const path = 'package-lock.json';
const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Entry> };
let added = 0;
for (const [parent, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (`node_modules/${name}` in lock.packages) continue;
    if (`${parent}/node_modules/${name}` in lock.packages) continue;
    lock.packages[`node_modules/${name}`] = entryFor(name, version, entry.dev === true);
    added += 1;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)),
);
if (added > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} packages of other platforms added\n`);

function entryFor(name: string, version: string, dev: boolean): Entry {
  const system = knownSystems.exec(name)?.[0];
  const cpu = knownCpus.exec(name)?.[0];
  const libc = /musl/.test(name) ? 'musl' : /gnu/.test(name) ? 'glibc' : null;
  return {
    version: version.replace(/^[\^~]/, ''),
    ...(cpu === undefined ? {} : { cpu: [cpu === '64' ? 'x64' : cpu] }),
    ...(dev ? { dev } : {}),
    ...(libc === null ? {} : { libc: [libc] }),
    optional: true,
    ...(system === undefined ? {} : { os: [systems[system] ?? system] }),
  };
}
