import { expect, test } from 'vitest';
import { assessWith } from './checkability.ts';
import { checkabilityFeatures } from './checkability-features.ts';
import { checkabilityScore, checkabilityThresholds } from './checkability-model.ts';

const thresholds = { pass: 0, sure: 1 };
const verdict = (text: string, odds: number) =>
  assessWith({ text, language: 'vi' }, () => odds, thresholds);

test.each([
  ['what the rules let through is believed', 'Điều 9 cấm bắt người tuỳ tiện.', 0.5, true, 'figure'],
  [
    'unless it reads like opinion',
    'Điều 9 cấm bắt người tuỳ tiện.',
    -0.5,
    false,
    'reads_like_opinion',
  ],
  ['a weak doubt of the rules holds', 'Hồ này giáp biển đấy nhé', 0.5, false, 'other_marker:nhé'],
  ['against all but a sure reading', 'Hồ này giáp biển đấy nhé', 1.5, true, 'statement'],
  [
    'a strong marker is final',
    'Theo tôi, Điều 9 cấm bắt người.',
    99,
    false,
    'opinion_marker:theo tôi',
  ],
  ['a question is final', 'Điều 9 cấm bắt người à?', 99, false, 'question_mark'],
  [
    'so is a joke in the form of a law',
    'Con mèo nhà tôi vừa ban hành Điều 9.',
    99,
    false,
    'household_law',
  ],
])('%s', (_, text, odds, checkable, reason) => {
  const result = verdict(text, odds);
  expect(result.checkable).toBe(checkable);
  expect(result.reasons[0]).toBe(reason);
});

test('other languages are left to the rules', () => {
  const claim = { text: '2023年越南人口超过一亿。', language: 'zh' };
  expect(assessWith(claim, () => -99, thresholds).checkable).toBe(true);
});

test('a text without diacritics is read as the same text with them', () => {
  const names = (text: string) =>
    [...checkabilityFeatures({ text, language: 'vi' }).keys()].filter((name) =>
      /^[ws]:/.test(name),
    );
  expect(names('Điều 9 cấm bắt người')).toEqual(names('dieu 9 cam bat nguoi'));
  expect(names('đ9 cấm bắt ng')).toEqual(names('điều 9 cấm bắt người'));
});

test.each([
  ['Điều 7 quy định mọi người bình đẳng trước pháp luật.', 'vi', true],
  ['The treaty was signed in 1994.', 'en', true],
  ['Xóm tôi mưa là ngập, ngập là hứa, hứa xong lại mưa.', 'vi', false],
  ['Our street floods and our mayor smiles.', 'en', false],
])('fitted weights: %s', (text, language, factual) => {
  expect(checkabilityScore({ text, language }) >= checkabilityThresholds.pass).toBe(factual);
});

test('no text at all has no reason to pass', () => {
  expect(checkabilityFeatures({ text: '', language: 'und' }).size).toBe(0);
});
