import { describe, expect, test } from 'vitest';
import { readChanges } from './corpus-edit.ts';

describe('readChanges', () => {
  test.each([
    [['number=01/2026/QĐ-GĐ'], { number: '01/2026/QĐ-GĐ' }],
    [['topics=thư viện, mượn sách'], { topics: ['thư viện', 'mượn sách'] }],
    [['topics='], { topics: [] }],
    [['citable=false', 'valid_to='], { citable: false, valid_to: null }],
    [['title=Một = hai'], { title: 'Một = hai' }],
    [[], {}],
  ])('%j', (pairs, changes) => {
    expect(readChanges(pairs)).toEqual(changes);
  });

  test.each([
    ['number', 'set', /not field=value/],
    ['author=x', 'author', /no field author/],
    ['text=x', 'text', /no field text/],
    ['valid_to=2026-13-01', 'valid_to', /not valid/],
    ['citable=maybe', 'citable', /not valid/],
    ['title=', 'title', /not valid/],
  ])('refuses %s', (pair, field, message) => {
    expect(() => readChanges([pair])).toThrow(expect.objectContaining({ field }));
    expect(() => readChanges([pair])).toThrow(message);
  });
});
