import { expect, test } from 'vitest';
import { addressOfFilter, filterOfAddress } from './queue-address.ts';

const read = (query: string) => filterOfAddress(new URLSearchParams(query));

test.each([
  ['', {}],
  ['state=IN_REVIEW&recheck=true', { state: 'IN_REVIEW', needsRecheck: true }],
  ['state=&recheck=false&text=&min=', {}],
  ['state=RECEIVED&holding=theirs&order=oldest', {}],
  ['language=VI&min=3&again=true', { language: 'vi', minSubmissions: 3, again: true }],
  ['min=many&language=tiếng', {}],
  ['min=2.5', {}],
  ['text=+quán+cà+phê+&topic=giả+định', { text: 'quán cà phê', topic: 'giả định' }],
])('the address ?%s asks for %o', (query, filter) => {
  expect(read(query)).toEqual(filter);
});

test('a filter and its address say the same', () => {
  const filter = {
    state: 'IN_REVIEW',
    holding: 'for_me',
    needsRecheck: true,
    again: true,
    language: 'en',
    topic: 'văn hóa & du lịch',
    minSubmissions: 12,
    text: 'ly nước cam?',
    order: 'priority',
  } as const;
  const address = addressOfFilter(filter, 'next');
  expect(address).toContain('cursor=next');
  expect(read(address.slice(2))).toEqual(filter);
  expect(addressOfFilter({})).toBe('/');
});
