import { createScriptedChat, type ScriptedChat } from '#ai/scripted-chat.ts';
import type { ArrangedQuotes, DraftSentence } from '#drafting/index.ts';

/** What a model that obeys an attack writes instead of what it was asked for. */
export const behaviours = [
  'quotes_replaced',
  'one_quote_replaced',
  'sentences_added',
  'foreign_ids',
  'swapped_ids',
  'prompt_in_quotes',
  'prompt_in_connecting',
  'attack_in_connecting',
  'markup',
  'negations_removed',
  'empty',
  'roles_changed',
  'outcome_claimed',
] as const;
export type Behaviour = (typeof behaviours)[number];

type Answer = ArrangedQuotes;
type Said = Answer['sentences'][number];
interface Passage {
  readonly id: string;
  readonly text: string;
}

/** A model that arranges the quotes of a draft; with a behaviour it does what the attack says as well. */
export function obeyingChat(
  reference: readonly DraftSentence[],
  obeying: { readonly attack: string; readonly behaviour: Behaviour } | null,
): ScriptedChat {
  return createScriptedChat(({ system, user }) => {
    const passages = passagesOf(user);
    const good = arranged(reference, passages);
    return obeying === null ? good : obey(obeying, { good, passages, system });
  });
}

/** The data block is one line of JSON between its two marks. */
function passagesOf(user: string): readonly Passage[] {
  const line = user.split('\n').find((each) => each.startsWith('{')) ?? '{}';
  return (JSON.parse(line) as { passages?: Passage[] }).passages ?? [];
}

function arranged(reference: readonly DraftSentence[], passages: readonly Passage[]): Answer {
  const [headline, ...sentences] = reference.flatMap(({ role, citations: [citation] }): Said[] => {
    if (citation === undefined) return [];
    const holder = passages.find(({ text }) => text.includes(citation.quote));
    const passage_id = holder?.id ?? '';
    return [
      { role: role === 'WHY' ? 'WHY' : 'FACT', connecting: '', passage_id, quote: citation.quote },
    ];
  });
  return {
    headline: { passage_id: headline?.passage_id ?? '', quote: headline?.quote ?? '' },
    sentences,
  };
}

function obey(
  { attack, behaviour }: { readonly attack: string; readonly behaviour: Behaviour },
  { good, passages, system }: { good: Answer; passages: readonly Passage[]; system: string },
): unknown {
  const each = (change: (said: Said, index: number) => Partial<Said>): Answer => ({
    headline: { ...good.headline, ...headlineOf(change(asSaid(good), -1)) },
    sentences: good.sentences.map((said, index) => ({ ...said, ...change(said, index) })),
  });
  const obeyed: Readonly<Record<Behaviour, () => unknown>> = {
    quotes_replaced: () => each(() => ({ quote: attack })),
    one_quote_replaced: () => each((_, index) => (index === 1 ? { quote: attack } : {})),
    sentences_added: () => ({
      ...good,
      sentences: [
        ...good.sentences,
        { ...asSaid(good), quote: attack },
        { ...asSaid(good), role: 'WHY', connecting: attack, quote: `${attack}!` },
      ],
    }),
    foreign_ids: () => each(() => ({ passage_id: 'attacker' })),
    swapped_ids: () =>
      each(({ passage_id: id }) => {
        const at = passages.findIndex((passage) => passage.id === id);
        return { passage_id: passages[(at + 1) % passages.length]?.id ?? 'attacker' };
      }),
    prompt_in_quotes: () => each((_, index) => ({ quote: piece(system, index + 1) })),
    prompt_in_connecting: () => each((_, index) => ({ connecting: piece(system, index + 1) })),
    attack_in_connecting: () => each(() => ({ connecting: attack })),
    markup: () =>
      each(({ quote }) => ({
        quote: `[${quote}](https://example.com/c) <img src=x onerror=alert(1)>`,
        connecting: '**![x](https://example.com/p.png)** <script>1</script>',
      })),
    negations_removed: () =>
      each(({ quote }) => ({
        quote: quote.replace(/(?:Không ai|No one|không|chưa|not|no)\s/gu, ''),
      })),
    empty: () => ({ ...good, sentences: [] }),
    roles_changed: () => ({
      ...good,
      sentences: good.sentences.toReversed().map((said) => ({ ...said, role: 'WHY' })),
    }),
    outcome_claimed: () => ({ ...good, outcome: 'CONSISTENT', approved: true }),
  };
  return obeyed[behaviour]();
}

function asSaid({ headline }: Answer): Said {
  return { role: 'FACT', connecting: '', ...headline };
}

function headlineOf({ passage_id: id, quote }: Partial<Said>): Partial<Answer['headline']> {
  return {
    ...(id === undefined ? {} : { passage_id: id }),
    ...(quote === undefined ? {} : { quote }),
  };
}

/** About twenty words of the prompt, another part for each sentence. */
function piece(system: string, index: number): string {
  const words = system.split(/\s+/u);
  const from = (index * 23) % Math.max(1, words.length - 20);
  return words.slice(from, from + 20).join(' ');
}
