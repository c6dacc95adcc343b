import { memoryUsage } from 'node:process';
import { Worker } from 'node:worker_threads';

import { type AppError, TooLargeError, ValidationError } from '#platform/errors.ts';

import type { PdfAnswer, PdfWork } from './pdf-worker.ts';
import type { ReadText } from './text-blocks.ts';

export interface PdfBounds {
  readonly timeoutMs: number;
  /** Growth of this process while the file is read. */
  readonly maxBytes: number;
}

/** Two hundred pages of text take about 2 s and 150 MB. */
export const PDF_BOUNDS: PdfBounds = { timeoutMs: 120_000, maxBytes: 1_073_741_824 };
const WATCH_MS = 100;
const END_OF_FILE_BYTES = 4096;

/**
 * Reads the text of a PDF in reading order: columns one after another, paragraphs joined across
 * lines and pages, table rows with ` | ` between cells, footnotes behind the page's text. Headers,
 * footers and page numbers are left out with a warning. Each place is a page from 1.
 *
 * The work is done in a thread of its own: packed streams can unpack without end in a single step,
 * and only another thread can stop that.
 * @throws ValidationError when it is no PDF, needs a password, is damaged, is a scan, or its fonts
 *   hide the text.
 * @throws TooLargeError above `PDF_LIMITS`, or when it takes more time or memory than `bounds`.
 */
export async function readPdf(
  bytes: Uint8Array,
  options: { readonly fileName: string; readonly bounds?: PdfBounds },
): Promise<ReadText> {
  const { fileName, bounds = PDF_BOUNDS } = options;
  refuseOtherFormats(bytes, fileName);
  const answer = await readInThread({ bytes: new Uint8Array(bytes), fileName }, bounds);
  if ('read' in answer) return answer.read;
  throw asAppError(answer.failure, fileName);
}

function refuseOtherFormats(bytes: Uint8Array, fileName: string): void {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (!start.includes('%PDF-')) {
    throw refused(fileName, 'is not a PDF', 'import it under its own format');
  }
  const end = Buffer.from(bytes.subarray(-END_OF_FILE_BYTES)).toString('latin1');
  if (end.includes('startxref')) return;
  throw refused(fileName, 'is cut off: its end is missing', 'fetch the whole file again');
}

async function readInThread(work: PdfWork, bounds: PdfBounds): Promise<PdfAnswer> {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: work,
    transferList: [work.bytes.buffer as ArrayBuffer],
    stdout: true,
    stderr: true,
  });
  const limit = watch(bounds);
  try {
    return await new Promise<PdfAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread ended without an answer')));
      limit.passed.then((name) => resolve(failed(name)), reject);
    });
  } catch (error) {
    const isMemory = error instanceof Error && 'code' in error && error.code === OUT_OF_MEMORY;
    return failed(isMemory ? 'memory' : 'thread', String(error));
  } finally {
    limit.stop();
    await worker.terminate();
  }
}

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';
const failed = (name: string, message = ''): PdfAnswer => ({
  failure: { name, message, remedy: null },
});

/** `passed` is settled with the name of the first bound that is passed, and never otherwise. */
function watch({ timeoutMs, maxBytes }: PdfBounds): { passed: Promise<string>; stop: () => void } {
  const { promise: passed, resolve } = Promise.withResolvers<string>();
  const before = memoryUsage.rss();
  const timer = setTimeout(() => resolve('time'), timeoutMs);
  const poll = setInterval(() => {
    if (memoryUsage.rss() - before > maxBytes) resolve('memory');
  }, WATCH_MS);
  return {
    passed,
    stop: () => {
      clearTimeout(timer);
      clearInterval(poll);
    },
  };
}

function asAppError(
  { name, message, remedy }: { name: string; message: string; remedy: string | null },
  fileName: string,
): AppError {
  switch (name) {
    case 'time':
    case 'memory':
      return new TooLargeError(`${fileName}: reading the file takes too much ${name}`, {
        field: 'file',
        remedy: 'split it into parts, or print it into a new PDF and import that',
      });
    case 'TooLargeError':
      return new TooLargeError(message, { field: 'file', remedy: remedy ?? 'split the document' });
    case 'ValidationError':
      return new ValidationError(message, { field: 'file', remedy: remedy ?? 'correct the file' });
    case 'PasswordException':
      return refused(
        fileName,
        'needs a password',
        'save it without a password and import it again',
      );
    default:
      // What pdf.js says about a file is named an exception; anything else is for the log alone.
      return refused(
        fileName,
        name.endsWith('Exception') ? `is damaged (${message.slice(0, 200)})` : 'is damaged',
        'open it in a PDF reader, print it into a new PDF and import that',
        new Error(`${name}: ${message}`),
      );
  }
}

function refused(fileName: string, what: string, remedy: string, cause?: unknown): ValidationError {
  return new ValidationError(`${fileName}: the file ${what}`, { field: 'file', remedy, cause });
}
