import type { ChatModel } from '#ai/ports.ts';
import { createScriptedChat } from '#ai/scripted-chat.ts';
import { splitSentences } from '#language/sentences.ts';

interface Shown {
  readonly passages: ReadonlyArray<{ readonly id: string; readonly text: string }>;
}

/** A model that answers at once, with the first sentences of the passages it was shown. */
export function scriptedArrangement(): ChatModel {
  return createScriptedChat(({ user }) => {
    const { passages } = JSON.parse(user.split('\n')[1] ?? '') as Shown;
    const quotes = passages.slice(0, 3).map(({ id, text }) => ({
      passage_id: id,
      quote: splitSentences(text)[0]?.text ?? '',
    }));
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
