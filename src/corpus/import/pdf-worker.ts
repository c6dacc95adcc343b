import { parentPort, workerData } from 'node:worker_threads';

import { AppError } from '#platform/errors.ts';

import { readPdfText } from './pdf-text.ts';
import type { ReadText } from './text-blocks.ts';

export interface PdfWork {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** Errors lose their class between threads, so their name travels. */
export type PdfAnswer =
  | { readonly read: ReadText }
  | {
      readonly failure: {
        readonly name: string;
        readonly message: string;
        readonly remedy: string | null;
      };
    };

async function answer({ bytes, fileName }: PdfWork): Promise<PdfAnswer> {
  try {
    return { read: await readPdfText(bytes, fileName) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { failure: { name, message, remedy: error instanceof AppError ? error.remedy : null } };
  }
}

// A thread has no origin to name.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(await answer(workerData as PdfWork));
