import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sliceCodePoints } from '#language/code-points.ts';

import type { DiffPassage } from './diff-passages.ts';
import { createQuoteFinder, type OldQuote, type QuotedText, type QuoteNow } from './find-quote.ts';

function version(parts: readonly (string | [string[], string])[], firstId: number): QuotedText {
  let start = 0;
  const passages = parts.map((part, ordinal): DiffPassage => {
    const [headingPath, text] = typeof part === 'string' ? [[], part] : part;
    const end = start + Array.from(text).length;
    const passage = { id: firstId + ordinal, ordinal, start, end, text, headingPath };
    start = end + 1;
    return passage;
  });
  return { text: passages.map(({ text }) => text).join('\n'), passages };
}

function cite({ passages }: QuotedText, quote: string): OldQuote {
  const holder = passages.find(({ text }) => text.includes(quote));
  if (holder === undefined) throw new Error(`no passage has "${quote}"`);
  const before = holder.text.slice(0, holder.text.indexOf(quote));
  const start = holder.start + Array.from(before).length;
  return { passageId: holder.id ?? 0, start, end: start + Array.from(quote).length, quote };
}

function find(
  before: readonly (string | [string[], string])[],
  after: readonly (string | [string[], string])[],
  quote: string,
): QuoteNow {
  const [old, now] = [version(before, 1), version(after, 101)];
  const found = createQuoteFinder(old, now).find(cite(old, quote));
  if (found.state === 'verbatim') {
    expect(sliceCodePoints(now.text, found.start, found.end)).toBe(quote);
  }
  if (found.state === 'changed' && found.now !== null) {
    expect(sliceCodePoints(now.text, found.now.start, found.now.end)).toBe(found.now.text);
  }
  return found;
}

const OPEN = 'Thư viện giả định mở cửa từ bảy giờ sáng.';
const LEND = 'Bạn đọc được mượn năm cuốn sách.';
const PAY = 'Người làm mất sách phải đền tiền.';

describe('createQuoteFinder', () => {
  it('follows an unchanged passage to its new place', () => {
    expect(find([OPEN, LEND], ['😀 Lời nói đầu mới.', OPEN, LEND], LEND)).toMatchObject({
      state: 'verbatim',
      passageId: 103,
    });
  });

  it('follows a moved passage', () => {
    expect(find([OPEN, LEND, PAY], [LEND, PAY, OPEN], 'mở cửa từ bảy giờ')).toMatchObject({
      state: 'verbatim',
      passageId: 103,
    });
  });

  it('finds a sentence that stayed in a reworded passage', () => {
    const found = find([`${OPEN} ${LEND}`], [`${OPEN} Bạn đọc được mượn bảy cuốn sách.`], OPEN);
    expect(found).toMatchObject({ state: 'verbatim', passageId: 101 });
  });

  it('finds a sentence that went to another passage', () => {
    const found = find([`${OPEN} ${LEND}`, PAY], [OPEN, `${PAY} ${LEND}`], LEND);
    expect(found).toMatchObject({ state: 'verbatim', passageId: 102 });
  });

  it.each([
    ['a negation before it', `Không ai nói rằng ${LEND.toLowerCase()}`, LEND.toLowerCase()],
    [
      'an exception behind it',
      'Bạn đọc được mượn năm cuốn sách, trừ sách quý.',
      'Bạn đọc được mượn năm cuốn sách',
    ],
    ['a restriction', 'Chỉ Bạn đọc được mượn năm cuốn sách.', 'Bạn đọc được mượn năm cuốn sách'],
  ])('is changed when the new sentence has %s', (_, sentence, quote) => {
    const before = quote === LEND.toLowerCase() ? [LEND.toLowerCase()] : [LEND];
    expect(find(before, [sentence], quote)).toMatchObject({
      state: 'changed',
      now: { passageId: 101, text: sentence },
    });
  });

  it('is changed when the lead-in of its list turned round', () => {
    const items = 'a) Mang sách ra khỏi phòng đọc;\nb) Chụp ảnh sách quý.';
    expect(
      find([`Bạn đọc không được:\n${items}`], [`Bạn đọc được:\n${items}`], 'b) Chụp ảnh sách quý.'),
    ).toMatchObject({ state: 'changed', now: { text: 'b) Chụp ảnh sách quý.' } });
    const list = (lead: string): [string[], string][] => [
      [['Điều 3'], lead],
      [['Điều 3', 'Khoản 1'], 'a) Chụp ảnh sách quý.'],
    ];
    const item = 'a) Chụp ảnh sách quý.';
    expect(find(list('Nghiêm cấm:'), list('Được phép:'), item).state).toBe('changed');
    expect(find(list('Nghiêm cấm:'), list('Nghiêm cấm:'), item).state).toBe('verbatim');
  });

  it('is changed when only white space changed inside it', () => {
    const found = find([LEND], [LEND.replace('mượn năm', 'mượn\nnăm')], LEND);
    expect(found).toMatchObject({ state: 'changed', now: { passageId: 101 } });
  });

  it('stays verbatim when white space changed around it', () => {
    const found = find([`${OPEN} ${LEND}`], [`${OPEN}\n${LEND}`], LEND);
    expect(found).toMatchObject({ state: 'verbatim' });
  });

  it('shows the sentence that a quote became', () => {
    const now = 'Bạn đọc được mượn bảy cuốn sách.';
    expect(find([`${OPEN} ${LEND} ${PAY}`], [`${OPEN} ${now} ${PAY}`], LEND)).toMatchObject({
      state: 'changed',
      now: { text: now },
    });
  });

  it('shows nothing for a removed passage, or when no sentence is similar', () => {
    expect(find([OPEN, LEND], [OPEN], LEND)).toEqual({ state: 'changed', now: null });
    expect(find([`${OPEN} ${LEND} ${PAY}`], [`${OPEN} ${PAY}`], LEND)).toEqual({
      state: 'changed',
      now: null,
    });
  });

  it('trusts no citation that does not say what stands at its offsets', () => {
    const [old, now] = [version([LEND], 1), version([LEND], 101)];
    const finder = createQuoteFinder(old, now);
    const citation = cite(old, LEND);
    for (const wrong of [{ passageId: 7 }, { start: 1 }, { quote: OPEN }, { quote: '' }]) {
      expect(finder.find({ ...citation, ...wrong })).toEqual({ state: 'changed', now: null });
    }
  });

  it('asks for stored passages', () => {
    const old = version([LEND], 1);
    const unstored = { ...old, passages: old.passages.map((one) => ({ ...one, id: null })) };
    expect(() => createQuoteFinder(old, unstored)).toThrow(RangeError);
  });

  it('says verbatim only of what the new text has, within one passage', () => {
    const sentence = fc.constantFrom(OPEN, LEND, PAY, '😀 Vui.', 'Không có phí.', 'Chỉ một lần.');
    const text = fc.array(
      fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), fc.nat(), (left, right, which, from, size) => {
        const [old, now] = [version(left, 1), version(right, 101)];
        const passage = old.passages[which % old.passages.length];
        const letters = Array.from(passage?.text ?? '');
        const start = from % letters.length;
        const end = start + 1 + (size % (letters.length - start));
        const quote = letters.slice(start, end).join('');
        const offset = passage?.start ?? 0;
        const found = createQuoteFinder(old, now).find({
          passageId: passage?.id ?? 0,
          start: offset + start,
          end: offset + end,
          quote,
        });
        const place = found.state === 'verbatim' ? found : found.now;
        const holder = now.passages.find(({ id }) => id === place?.passageId);
        const expected = found.state === 'verbatim' ? quote : found.now?.text;
        if (place !== null) {
          expect(sliceCodePoints(now.text, place.start, place.end)).toBe(expected);
          expect(place.start).toBeGreaterThanOrEqual(holder?.start ?? Infinity);
          expect(place.end).toBeLessThanOrEqual(holder?.end ?? -1);
        }
        expect(
          found.state === 'verbatim' || quote.trim() === '' || !right.includes(passage?.text ?? ''),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
