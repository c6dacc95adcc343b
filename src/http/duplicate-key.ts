export type JsonPath = ReadonlyArray<string | number>;

interface Level {
  /** Null in an array. */
  readonly keys: Set<string> | null;
  step: string | number;
}

/** Strings and the characters that open, close or separate; anything else in valid JSON is skipped. */
const token = /"(?:[^"\\]|\\.)*"|[[\]{},:]/g;

/**
 * Where an object of this valid JSON text has a key twice, or null. `JSON.parse` keeps the last of the
 * two and says nothing; readers that keep the first would see another request.
 */
export function findDuplicateKey(json: string): JsonPath | null {
  const levels: Level[] = [];
  let previous = '';
  for (const [text] of json.matchAll(token)) {
    const level = levels.at(-1);
    if (text === '{') levels.push({ keys: new Set(), step: '' });
    else if (text === '[') levels.push({ keys: null, step: 0 });
    else if (text === '}' || text === ']') levels.pop();
    else if (text === ',' && typeof level?.step === 'number') level.step += 1;
    else if (text.startsWith('"') && level?.keys && previous !== ':') {
      const key = JSON.parse(text) as string;
      level.step = key;
      if (level.keys.has(key)) return levels.map((one) => one.step);
      level.keys.add(key);
    }
    previous = text;
  }
  return null;
}
