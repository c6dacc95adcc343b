import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkNames } from './check-names.ts';
import { parseNames } from './parse-names.ts';

function check(yaml: string) {
  const { groups, errors } = checkNames(parseNames(yaml, 'names.yaml'));
  return { groups, errors: errors.map(({ message, field }) => `${field} ${message}`) };
}

test('a group is canonicalised: one line, NFC, no name twice', () => {
  const { groups, errors } = check(
    `- key: bien-dong\n  kind: place\n  vi: ["${'Biển Đông'.normalize('NFD')}", " Biển  Đông"]\n  zh: 南海\n`,
  );
  expect(errors).toEqual([]);
  expect(groups).toEqual([
    {
      key: 'bien-dong',
      kind: 'place',
      variants: [
        { language: 'vi', text: 'Biển Đông' },
        { language: 'zh', text: '南海' },
      ],
      preferred: [],
      note: null,
    },
  ]);
});

test('the name to write in a language, and a note, stand beside the names', () => {
  const { groups, errors } = check(
    `- key: bien-gia\n  kind: place\n  vi: Biển Giả\n  en: [False Sea, Sham Sea]\n  preferred: {en: " Sham  Sea"}\n  note: " Tên khác chỉ để tìm. "\n`,
  );
  expect(errors).toEqual([]);
  expect(groups).toMatchObject([
    { preferred: [{ language: 'en', text: 'Sham Sea' }], note: 'Tên khác chỉ để tìm.' },
  ]);
});

test.each([
  ['preferred: {en: Biển Giả}', 'preferred', '“Biển Giả” is not among the names in that language'],
  ['preferred: {fr: Mer}', 'preferred', '“Mer” is not among the names in that language'],
  ['preferred: {en: 5}', 'preferred', 'the one of en is not among the names in that language'],
  ['preferred: Biển Giả', 'preferred', '“Biển Giả” is not among the names in that language'],
  ['preferred: [vi]', 'preferred', '“vi” is not among the names in that language'],
  ['note: ""', 'note', 'the note is not text of 1 to 1,000 characters'],
  ['note: [a]', 'note', 'the note is not text of 1 to 1,000 characters'],
  [`note: ${'a'.repeat(1001)}`, 'note', 'the note is not text of 1 to 1,000 characters'],
  ['note: "a\\0b"', 'note', 'the note is not text of 1 to 1,000 characters'],
])('%s is refused', (line, field, message) => {
  const { groups, errors } = check(
    `- key: bien-gia\n  kind: place\n  vi: Biển Giả\n  en: False Sea\n  ${line}\n`,
  );
  expect(groups).toEqual([]);
  expect(errors).toEqual([`${field} names.yaml:1: ${message}`]);
});

test('a language has one name to write', () => {
  const { errors } = checkNames([
    {
      place: 'groups[0]',
      key: 'bien-gia',
      kind: 'place',
      variants: [
        { language: 'en', text: 'False Sea' },
        { language: 'en', text: 'Sham Sea' },
      ],
      preferred: [
        { language: 'en', text: 'False Sea' },
        { language: 'en', text: 'Sham Sea' },
      ],
    },
  ]);
  expect(errors.map(({ message }) => message)).toEqual(['groups[0]: en has two preferred names']);
});

test.each([
  ['[Biển Đông, ""]', 'vi names.yaml:1: a name is empty'],
  ['[Biển Đông, ~]', 'vi names.yaml:1: a name is not text'],
  ['[Biển Đông, 1982]', 'vi names.yaml:1: a name is not text'],
  ['[Biển Đông, {a: b}]', 'vi names.yaml:1: a name is not text'],
  [`[Biển Đông, ${'a b'.repeat(40)}]`, `vi names.yaml:1: “${'a b'.repeat(10)}…” is too long`],
  ['[Biển Đông, B]', 'vi names.yaml:1: “B” is too short to be found safely'],
  ['[Biển Đông, 海]', 'vi names.yaml:1: “海” is too short to be found safely'],
  ['[Biển Đông, "12"]', 'vi names.yaml:1: “12” is too short to be found safely'],
  ['[Biển Đông, Nga]', 'vi names.yaml:1: “Nga” is one syllable and mostly another word'],
  ['[Biển Đông]', 'variants names.yaml:1: a group has 2 to 50 names'],
  ['[Biển Đông, "a\\0bc"]', 'vi names.yaml:1: a name holds characters that are none'],
])('%s', (names, error) => {
  const { groups, errors } = check(`- {key: a, kind: place, vi: ${names}}`);
  expect(errors[0]).toBe(error);
  expect(groups).toEqual([]);
});

test('short abbreviations and names with a hyphen are no lone syllables', () => {
  const { errors } = check('- {key: a, kind: organisation, vi: [UN, QH, In-đô]}');
  expect(errors).toEqual([]);
});

test('every fault is reported with its line, and the groups without one are kept', () => {
  const { groups, errors } = check(
    [
      '# names',
      '- {key: a, kind: place, en: [South Sea, Southern Sea]}',
      '- {key: A_, kind: person, vietnamese: [Biển Nam, Biển]}',
      '- {key: b, kind: place, vi: [Biển Bắc, South-sea]}',
      '- {key: a, kind: place, vi: [Biển Tây, Tây Hải]}',
      '- {key: c, kind: place, vi: [Biển Giữa, Trung Hải]}',
    ].join('\n'),
  );
  expect(groups.map(({ key }) => key)).toEqual(['a', 'c']);
  expect(errors).toEqual([
    'key names.yaml:3: the key is not one',
    'kind names.yaml:3: the kind is not one',
    'vietnamese names.yaml:3: vietnamese is not a language code',
    'vietnamese names.yaml:3: vietnamese is not a language code',
    'variants names.yaml:3: a group has 2 to 50 names',
    'variants names.yaml:4: “South-sea” is a name of a too',
    'key names.yaml:5: a stands at names.yaml:2 too',
  ]);
});

test.each([
  ['a: [', 'names.yaml:1: not YAML'],
  ['key: a', 'names.yaml:1: not a list of groups'],
  ['- {key: a}\n- b', 'names.yaml:2: not a list of groups'],
  ['', 'names.yaml:1: not a list of groups'],
])('%j is refused as a whole', (text, message) => {
  expect(() => parseNames(text, 'names.yaml')).toThrow(message);
});

test('the list that comes with the project has no fault', () => {
  const path = join(import.meta.dirname, '../../demo/names.yaml');
  const { groups, errors } = checkNames(parseNames(readFileSync(path, 'utf8'), 'names.yaml'));
  expect(errors.map((error) => error.message)).toEqual([]);
  expect(groups.length).toBeGreaterThan(80);
  const languages = new Set(groups.flatMap((one) => one.variants.map(({ language }) => language)));
  expect([...languages].toSorted()).toEqual(['en', 'vi', 'zh']);
});
