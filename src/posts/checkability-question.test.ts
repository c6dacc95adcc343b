import { expect, test } from 'vitest';
import { statementInQuestion } from './checkability-question.ts';

test.each([
  ['Nghe nói thuế đất tăng gấp đôi, có thật không?', 'Nghe nói thuế đất tăng gấp đôi'],
  ['nghe don thue dat tang gap doi, that khong ta', 'nghe don thue dat tang gap doi'],
  ['I heard the law bans umbrellas, is that true?', 'I heard the law bans umbrellas'],
  ['The law bans umbrellas, did you know?', 'The law bans umbrellas'],
  ['Sao không ai nói tới chuyện Điều 9 đã bị xoá?', 'Điều 9 đã bị xoá'],
  ['Chẳng lẽ nước ta không có sân bay nào sao?', 'nước ta không có sân bay nào'],
  ['Why does nobody mention that the treaty was signed twice?', 'the treaty was signed twice'],
])('%s', (question, statement) => {
  expect(statementInQuestion(question)).toBe(statement);
});

test.each([
  'Luật này tăng thuế, đúng không?',
  'Có đúng là luật mới tăng thuế 10%?',
  'Sao phường không ai trả lời đơn của dân?',
  'Ai biết Điều 9 nói gì không?',
  'Is it true that the law bans this?',
  'Why does nobody mention that?',
  'Did you know why the treaty failed?',
  'Luật này tăng thuế.',
  'Nghe nói vậy, thật không?',
  '?',
  '',
])('a question that asks: %j', (question) => {
  expect(statementInQuestion(question)).toBeNull();
});
