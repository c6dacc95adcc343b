import { readFile } from 'node:fs/promises';

/** Token ids of a text between `<s>` and `</s>`, at most `maxTokens` of them. */
export type EncodeText = (text: string) => number[];

// 512 tokens of this vocabulary never span as many characters, unless most of them are spaces.
const LONGEST_TEXT = 20_000;

/** Loads the tokenizer; takes about half a second, once per process. */
export async function createTextEncoder(
  files: { tokenizer: string; tokenizerConfig: string },
  maxTokens: number,
): Promise<EncodeText> {
  const { Tokenizer } = await import('@huggingface/tokenizers');
  const [tokenizer, config] = await Promise.all([
    readJson(files.tokenizer),
    readJson(files.tokenizerConfig),
  ]);
  const loaded = new Tokenizer(tokenizer, config);
  return (text) => {
    const { ids } = loaded.encode(asPlainText(text));
    return ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - 1), ...ids.slice(-1)];
  };
}

/** Posts are data: `</s>` typed in one (or the HTML tag `<s>`) must not become a control token. */
function asPlainText(text: string): string {
  return text.slice(0, LONGEST_TEXT).replaceAll(/<(?=(?:\/?s|pad|unk|mask)>)/g, '< ');
}

async function readJson(path: string): Promise<object> {
  return JSON.parse(await readFile(path, 'utf8')) as object;
}
