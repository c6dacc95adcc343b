/** First bytes, as Latin-1, of what is not text. */
const signatures = [
  ['PK\u0003\u0004', 'spreadsheet'],
  ['\u00D0\u00CF\u0011\u00E0', 'spreadsheet'],
  ['%PDF-', 'binary'],
  ['\u0089PNG', 'binary'],
  ['\u00FF\u00D8\u00FF', 'binary'],
  ['GIF8', 'binary'],
  ['\u001F\u008B', 'binary'],
] as const;
const sampleBytes = 65_536;
/** Of the first bytes, outside UTF-16: text has none but tab and line breaks, programs a third. */
const controlShare = 0.02;

/** What kind of file that is no text this is; null for text. Excel's own files are `spreadsheet`. */
export function findFileKind(bytes: Uint8Array): 'spreadsheet' | 'binary' | null {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const found = signatures.find(([signature]) => start.startsWith(signature));
  if (found !== undefined) return found[1];
  const sample = bytes.subarray(0, sampleBytes);
  let controls = 0;
  let zeros = 0;
  for (const byte of sample) {
    if (byte === 0) zeros += 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls += 1;
  }
  // Vietnamese in UTF-16 has low bytes of every value.
  const wide = zeros / sample.length > 0.1 || (bytes[0] ?? 0) + (bytes[1] ?? 0) === 0x1fd;
  if (!wide) return (controls + zeros) / sample.length > controlShare ? 'binary' : null;
  return bytes.length % 2 === 1 || zeros / sample.length > 0.6 ? 'binary' : null;
}
