import type { ChatModel } from '#ai/ports.ts';
import { createScriptedChat } from '#ai/scripted-chat.ts';
import { splitSentences } from '#language/sentences.ts';

interface Shown {
  readonly claim: string;
  readonly passages: ReadonlyArray<{ readonly id: string; readonly text: string }>;
}

/** A model that answers at once, with the sentences that share most words with the claim. */
export function scriptedArrangement(): ChatModel {
  return createScriptedChat(({ user }) => {
    const { claim, passages } = JSON.parse(user.split('\n')[1] ?? '') as Shown;
    const words = new Set(claim.split(' '));
    const shared = (text: string): number =>
      text.split(' ').filter((word) => words.has(word)).length;
    const quotes = passages
      .flatMap(({ id, text }) =>
        splitSentences(text).map((sentence) => ({ passage_id: id, quote: sentence.text })),
      )
      .toSorted((a, b) => shared(b.quote) - shared(a.quote))
      .slice(0, 3);
    const [fact, why = fact, last = fact] = quotes;
    return {
      headline: fact,
      sentences: [
        { role: 'FACT', connecting: '', ...fact },
        { role: 'WHY', connecting: '', ...why },
        { role: 'FACT', connecting: '', ...last },
      ],
    };
  });
}
