import { expect, test } from 'vitest';

import { decodeTelex } from './decode-telex.ts';
import { placeTones } from './place-tones.ts';

test.each([
  ['Vieejt Nam', 'Việt Nam'],
  ['dduwowfng phoos', 'đường phố'],
  ['ngwowif daan laf nguwowfi', 'ngwowif dân là người'],
  ['Quoocs hooji hopj nawm nay', 'Quốc hội họp năm nay'],
  ['tieengs nois cuar nhaan daan Vieejt', 'tiếng nói của nhân dân Việt'],
])('%s → %s', (text, expected) => {
  expect(placeTones(decodeTelex(text))).toBe(expected);
  expect(placeTones(decodeTelex(expected))).toBe(expected);
});

test.each([
  'laf nawm sau',
  'mua boots cho teens, rooms, Tesla, New York, NASA, DDoS, Power, Lower, Moor, reef, gara',
  'was this law the best of all?',
  'trang vieejt.example.org, @vieejt',
])('%s stays', (text) => {
  expect(decodeTelex(text)).toBe(text);
});
