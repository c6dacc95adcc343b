import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { execFileSync } from 'node:child_process';

/**
 * Holds the documentation to the tree: every linked or named file exists, every `npm run` script named
 * is in package.json, and every Markdown link to a heading-less path resolves. Exit 1 with a list.
 */
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => file !== '' && !file.startsWith('demo/corpus/') && existsSync(file));
const scripts = Object.keys(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts,
);
const problems: string[] = [];

for (const file of files) {
  const text = readFileSync(file, 'utf8');
  for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
    if (/^[a-z]+:/.test(target)) continue;
    if (!existsSync(normalize(join(dirname(file), target)))) {
      problems.push(`${file}: links to ${target}, which is not there`);
    }
  }
  const named =
    /`((?:src|scripts|migrations|test|bench|verify|evals|demo|models|tools)\/[\w./-]*\w\.\w+)`/g;
  for (const [, path = ''] of text.matchAll(named)) {
    if (!existsSync(path)) problems.push(`${file}: names ${path}, which is not there`);
  }
  for (const [, script = ''] of text.matchAll(/npm run (?:-s )?([\w:-]+)/g)) {
    if (!scripts.includes(script))
      problems.push(`${file}: names the script ${script}, which is not there`);
  }
}

if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 1;
}
