import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

import { AppError, TooLargeError, ValidationError } from '#platform/errors.ts';

/** Sizes in bytes. */
export interface ZipLimits {
  readonly maxEntries: number;
  readonly maxInflatedBytes: number;
  readonly maxEntryBytes: number;
  /** Inflated over packed size, for an entry above `ratioFloorBytes`; deflate itself ends at 1032. */
  readonly maxRatio: number;
  readonly ratioFloorBytes: number;
}

const MIB = 1_048_576;

export const ZIP_LIMITS: ZipLimits = {
  maxEntries: 10_000,
  maxInflatedBytes: 200 * MIB,
  maxEntryBytes: 64 * MIB,
  maxRatio: 200,
  ratioFloorBytes: 8 * MIB,
};

export interface ZipReadOptions {
  readonly fileName: string;
  /** Which entries are kept in memory; the others are inflated, counted and let go. */
  readonly keep: (name: string) => boolean;
  readonly limits?: ZipLimits;
}

export interface ZipContents {
  readonly names: ReadonlySet<string>;
  readonly kept: ReadonlyMap<string, Uint8Array>;
}

/**
 * Inflates every entry of a zip once, counting the bytes that really come out, whatever the headers
 * say. Overlapping entries, two of one name, sizes or checksums that are not true and entries that
 * are encrypted are refused.
 * @throws TooLargeError above a limit, as soon as it is passed.
 * @throws ValidationError when the zip is damaged, encrypted or lies about itself.
 */
export async function readZip(bytes: Uint8Array, options: ZipReadOptions): Promise<ZipContents> {
  const { fileName, keep, limits = ZIP_LIMITS } = options;
  try {
    return await readEntries(bytes, fileName, keep, limits);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw damaged(fileName, error instanceof Error ? error.message : 'unreadable', error);
  }
}

async function readEntries(
  bytes: Uint8Array,
  fileName: string,
  keep: (name: string) => boolean,
  limits: ZipLimits,
): Promise<ZipContents> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(buffer);
  if (zip.entryCount > limits.maxEntries) {
    throw tooLarge(fileName, `holds more than ${limits.maxEntries} entries`);
  }
  const entries = await listEntries(zip, fileName);
  const kept = new Map<string, Uint8Array>();
  let left = limits.maxInflatedBytes;
  for (const entry of entries) {
    const chunks: Buffer[] = [];
    const isKept = keep(entry.fileName);
    let size = 0;
    let checksum = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const piece = chunk as Buffer;
      size += piece.length;
      left -= piece.length;
      if (left < 0)
        throw tooLarge(fileName, `unpacks to more than ${limits.maxInflatedBytes} bytes`);
      refuseBomb(entry, size, fileName, limits);
      checksum = crc32(piece, checksum);
      if (isKept) chunks.push(piece);
    }
    if (checksum !== entry.crc32) throw damaged(fileName, `the checksum of ${entry.fileName}`);
    if (isKept) kept.set(entry.fileName, Buffer.concat(chunks));
  }
  return { names: new Set(entries.map((entry) => entry.fileName)), kept };
}

async function listEntries(zip: ZipFile, fileName: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  const ranges: Array<readonly [number, number]> = [];
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) {
      throw new ValidationError(`${fileName}: the file is encrypted`, {
        field: 'file',
        remedy: 'save it without a password and import it again',
      });
    }
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    ranges.push([entry.relativeOffsetOfLocalHeader, fileDataStart + entry.compressedSize]);
    entries.push(entry);
  }
  if (new Set(entries.map((entry) => entry.fileName)).size < entries.length) {
    throw damaged(fileName, 'two entries of one name');
  }
  ranges.sort(([one], [other]) => one - other);
  if (ranges.some(([start], index) => start < (ranges[index - 1]?.[1] ?? 0))) {
    throw damaged(fileName, 'entries that overlap');
  }
  return entries;
}

function refuseBomb(entry: Entry, size: number, fileName: string, limits: ZipLimits): void {
  const { maxEntryBytes, maxRatio, ratioFloorBytes } = limits;
  if (size > maxEntryBytes) {
    throw tooLarge(fileName, `${entry.fileName} unpacks to more than ${maxEntryBytes} bytes`);
  }
  if (size > ratioFloorBytes && size > entry.compressedSize * maxRatio) {
    throw tooLarge(fileName, `${entry.fileName} unpacks to more than ${maxRatio} times its size`);
  }
}

function tooLarge(fileName: string, what: string): TooLargeError {
  return new TooLargeError(`${fileName}: ${what}`, {
    field: 'file',
    remedy: 'split the document into parts and leave out pictures and embedded files',
  });
}

function damaged(fileName: string, what: string, cause?: unknown): ValidationError {
  return new ValidationError(`${fileName}: the file is damaged (${what})`, {
    field: 'file',
    remedy: 'open it in its own program, save it again and import that file',
    ...(cause === undefined ? {} : { cause }),
  });
}
