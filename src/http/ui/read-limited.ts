/**
 * The form in a request whose sender is not known, read no further than `most` bytes; null when it is
 * longer, or no form.
 */
export async function readLimitedForm(request: Request, most: number): Promise<FormData | null> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!isFormType(type) || Number(request.headers.get('Content-Length') ?? 0) > most) return null;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > most) return null;
      chunks.push(chunk);
    }
    return await new Response(new Blob(chunks), { headers: { 'Content-Type': type } }).formData();
  } catch {
    return null;
  }
}

/** What browsers send forms as. */
export function isFormType(type: string): boolean {
  return /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type);
}
