import { describe, expect, test } from 'vitest';
import { type GoldenFault, goldenFaults, plantFault, type PlantedSentence } from './plant-fault.ts';

const citation = {
  versionId: 'v',
  passageId: '1',
  start: 0,
  end: 5,
  quote: 'Mượn.',
  nature: 'fact' as const,
};
const elsewhere = { ...citation, passageId: '2', quote: 'Giờ mở cửa.' };

function sentence(text: string, over: Partial<PlantedSentence> = {}): PlantedSentence {
  return { role: 'FACT', text, citations: [citation], ...over };
}

const tools = { language: 'vi', names: ['Tây Hồ'], elsewhere: [elsewhere] };
const headline = sentence('Theo Sổ tay, Điều 2: “Mỗi người mượn 5 cuốn.”');

function plant(text: string, fault: GoldenFault, language = 'vi'): string | null {
  const planted = plantFault([headline, sentence(text)], fault, { ...tools, language });
  return planted?.ordinal === 1 ? planted.sentence.text : null;
}

describe('one change in one quote', () => {
  test.each<[GoldenFault, string, string, string | null]>([
    [
      'number_changed',
      'vi',
      'Theo Điều 2: “Mượn 5 cuốn trong 30 ngày.”',
      'Theo Điều 2: “Mượn 8 cuốn trong 30 ngày.”',
    ],
    ['number_changed', 'vi', 'Theo Điều 2: “Mượn 7 cuốn.”', 'Theo Điều 2: “Mượn 4 cuốn.”'],
    [
      'date_changed',
      'vi',
      'Theo Điều 2: “Mở từ ngày 1/3/2019.”',
      'Theo Điều 2: “Mở từ ngày 1/3/2012.”',
    ],
    ['date_changed', 'vi', 'Theo Điều 2: “Mượn 5 cuốn.”', null],
    [
      'name_changed',
      'vi',
      'Theo Điều 2: “Thư viện ở Đống Đa mở cửa.”',
      'Theo Điều 2: “Thư viện ở Tây Hồ mở cửa.”',
    ],
    [
      'negation_dropped',
      'vi',
      'Theo Điều 2: “Thư viện không thu phí.”',
      'Theo Điều 2: “Thư viện thu phí.”',
    ],
    ['negation_dropped', 'vi', 'Theo Điều 2: “Không thu phí.”', 'Theo Điều 2: “Thu phí.”'],
    [
      'negation_added',
      'vi',
      'Theo Điều 2: “Bạn đọc được mượn.”',
      'Theo Điều 2: “Bạn đọc không được mượn.”',
    ],
    [
      'negation_dropped',
      'en',
      'Under Article 2: “No fee shall not be due.”',
      'Under Article 2: “No fee shall be due.”',
    ],
    [
      'negation_added',
      'en',
      'Under Article 2: “Readers may borrow.”',
      'Under Article 2: “Readers may not borrow.”',
    ],
    ['negation_added', 'fr', 'Selon l’article 2: «Le public peut emprunter.»', null],
  ])('%s (%s): %s', (fault, language, text, changed) => {
    expect(plant(text, fault, language)).toBe(changed);
  });

  test('a stance loses its speaker', () => {
    const stance = sentence('Theo Tuyên bố: “chúng tôi phản đối việc này”', {
      citations: [{ ...citation, nature: 'stance' }],
    });
    const planted = plantFault([headline, stance], 'stance_as_fact', tools);
    expect(planted?.sentence.text).toBe('Chúng tôi phản đối việc này.');
    expect(plantFault([headline], 'stance_as_fact', tools)).toBeNull();
  });

  test('a quote of another passage stands under unchanged words', () => {
    const body = sentence('Theo Điều 2: “Mượn.”');
    const planted = plantFault([headline, body], 'quote_elsewhere', tools);
    expect(planted).toEqual({ ordinal: 1, sentence: { ...body, citations: [elsewhere] } });
    expect(plantFault([headline, body], 'quote_elsewhere', { ...tools, elsewhere: [] })).toBeNull();
  });
});

test('what has no source, or no room, is left alone; the headline comes last', () => {
  const bare = sentence('Lưu ý: 5 điều.', { role: 'WARNING', citations: [] });
  expect(plantFault([headline, bare], 'number_changed', tools)?.ordinal).toBe(0);
  for (const fault of goldenFaults) expect(plantFault([bare], fault, tools)).toBeNull();
});
