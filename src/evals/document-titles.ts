const longestTitle = 90;

/** Of the documents asked for in lines of a `corpus.jsonl`: the title, or how the text begins. */
export function documentTitles(
  lines: readonly string[],
  ids: ReadonlySet<string>,
): Record<string, string> {
  const titles: Record<string, string> = {};
  for (const line of lines) {
    if (line.trim() === '') continue;
    const row = JSON.parse(line) as Record<string, unknown>;
    const id = String(row['_id'] ?? row['id']);
    if (ids.has(id)) titles[id] = shortened(asText(row['title']) || asText(row['text']));
  }
  return titles;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : '';
}

function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length <= longestTitle ? text : `${letters.slice(0, longestTitle).join('')}…`;
}
