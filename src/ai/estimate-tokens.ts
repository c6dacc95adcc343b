const encoder = new TextEncoder();

/**
 * Tokens of a text, rather too many: vocabularies of today's models take 2.5 to 5 UTF-8 bytes of
 * Vietnamese or English for one token, and a budget is better underused than overrun.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(encoder.encode(text).length / 2);
}
