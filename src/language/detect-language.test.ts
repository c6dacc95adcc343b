import { expect, test } from 'vitest';

import { detectLanguage } from './detect-language.ts';

test.each([
  ['Mọi người đều có quyền tự do', 'vi'],
  ['Moi nguoi deu co quyen tu do ngon luan', 'vi'],
  ['HOM NAY TROI DEP QUA', 'vi'],
  ['ko bt dc j lun á mn ơi', 'vi'],
  ['m đi học chưa z', 'vi'],
  ['thu do cua Canada la thanh pho nao', 'vi'],
  ['Vie\u0323\u0302t Nam', 'vi'],
  ['hoang sa truong sa la cua viet nam', 'vi'],
  ['Hoang Sa', 'vi'],
  ['deadline gap qua team oi', 'vi'],
  ['mình đang work from home nha mn', 'vi'],
  ['cái này là fake news 100% luôn', 'vi'],
  ['EVN tang gia dien', 'vi'],
  ['why r u so mad, no one cares', 'en'],
  ['Hanoi and Da Nang are in Vietnam', 'en'],
  ['WE DO NOT KNOW THAT', 'en'],
  ['Everyone has the right to freedom of opinion', 'en'],
  ['The vaccine kills people', 'en'],
  ['Tout individu a droit à la liberté d’opinion', 'fr'],
  ['人人有权享有主张和发表意见的自由', 'zh'],
  ['OPENSSL是什么东西？', 'zh'],
  ['すべて人は、意見の自由を享有する', 'ja'],
  ['모든 사람은 의견의 자유를 가진다', 'ko'],
  ['ทุกคนมีสิทธิในอิสรภาพ', 'th'],
  ['ທຸກຄົນມີສິດທິ', 'lo'],
  ['មនុស្សគ្រប់រូបមានសិទ្ធិ', 'km'],
  ['လူတိုင်းတွင် လွတ်လပ်ခွင့်ရှိသည်', 'my'],
  ['Каждый человек имеет право на свободу', 'ru'],
  ['لكل شخص الحق في حرية الرأي', 'ar'],
  ['Họp lúc 8h: https://example.com/the-best-of-all @the_handle', 'vi'],
])('%s is %s', (text, language) => {
  const detected = detectLanguage(text);
  expect(detected.language).toBe(language);
  expect(detected.confidence).toBeGreaterThan(0.2);
  expect(detected.confidence).toBeLessThanOrEqual(1);
});

test.each([
  '',
  '123 456',
  '😀😀 !!!',
  'https://example.com/a',
  '@ten #the',
  'Кожна людина має свободу і її',
  'कानून',
  'xyz',
])('%j is undetermined', (text) => {
  expect(detectLanguage(text)).toEqual({ language: 'und', confidence: 0 });
});

test('more evidence gives more confidence', () => {
  const short = detectLanguage('Quốc hội họp');
  const long = detectLanguage('Quốc hội họp để thảo luận và thông qua dự án luật về thuế');
  expect(long.confidence).toBeGreaterThan(short.confidence);
});

test.each(['a', '太', 'sẽ,', '@', ' a', '['])('takes linear time on 200 kB of %j', (piece) => {
  const started = performance.now();
  detectLanguage(piece.repeat(200_000 / piece.length));
  expect(performance.now() - started).toBeLessThan(1500);
});
