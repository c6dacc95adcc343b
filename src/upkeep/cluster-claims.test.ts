import { describe, expect, test } from 'vitest';
import { clusterClaims, type ClaimToCluster } from './cluster-claims.ts';

const meaning = { sameLanguage: 0.8, acrossLanguages: 0.6 };

/** A vector of length one at this angle from the first axis, in the plane of two pairs of axes. */
function at(degrees: number, plane = 0): Float32Array {
  const vector = new Float32Array(384);
  // Spread over many coordinates, as real vectors are: signs must tell the angle.
  const radians = (degrees * Math.PI) / 180;
  for (let index = 0; index < 384; index++) {
    const one = Math.sin(1 + index * 12.9898 + plane * 31.7);
    const other = Math.cos(2 + index * 78.233 + plane * 17.3);
    vector[index] = one * Math.cos(radians) + other * Math.sin(radians);
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

const claim = (id: string, text: string, more: Partial<ClaimToCluster> = {}): ClaimToCluster => ({
  id,
  text,
  language: 'vi',
  vector: null,
  ...more,
});

async function idsOf(
  claims: readonly ClaimToCluster[],
  limits: typeof meaning | null = meaning,
): Promise<string[]> {
  const clusters = await clusterClaims(claims, { meaning: limits });
  return clusters
    .map(({ centre, members }) => `${centre.id}: ${members.map(({ id }) => id).join(' ')}`)
    .toSorted();
}

describe('by wording', () => {
  const bridge = 'Cây cầu gỗ giả định ở làng trên dài đúng bốn mươi mét và rộng ba mét.';

  test.each([
    [
      'spelling, marks and case',
      'CAY CAU GO gia dinh o lang tren dai dung bon muoi met va rong ba met!',
    ],
    ['one word more', `${bridge.slice(0, -1)} rưỡi.`],
    ['another number', bridge.replace('bốn mươi', 'sáu mươi')],
    ['decomposed letters', bridge.normalize('NFD')],
    ['other spaces and quotes', bridge.replace('gỗ giả định', ' “gỗ”  giả định')],
  ])('%s: together', async (_case, other) => {
    expect(await idsOf([claim('a', bridge), claim('b', other)])).toEqual(['a: a b']);
  });

  test.each([
    ['another subject', claim('b', 'Hồ sen giả định phía sau trường có hơn hai trăm con cá chép.')],
    ['another language', claim('b', bridge, { language: 'en' })],
    [
      'the same words in another order',
      claim('b', 'mét ba rộng và mét mươi bốn đúng dài trên làng'),
    ],
  ])('%s: apart', async (_case, other) => {
    expect(await idsOf([claim('a', bridge), other])).toEqual(['a: a', 'b: b']);
  });

  test('claims that name different documents are apart', async () => {
    const says = (number: string) =>
      `Theo ${number} thì thư viện giả định được thu phí mượn sách của mọi bạn đọc.`;
    const claims = [
      claim('a', says('Nghị định 15/2020/NĐ-CP')),
      claim('b', says('nghi dinh 15/2020/ND-CP')),
      claim('c', says('Nghị định 72/2013/NĐ-CP')),
    ];
    expect(await idsOf(claims)).toEqual(['a: a b', 'c: c']);
  });

  test('texts without words are together only when they are equal', async () => {
    const claims = [claim('a', '🙏🙏'), claim('b', '🙏🙏'), claim('c', '😡'), claim('d', '')];
    expect(await idsOf(claims)).toEqual(['a: a b', 'c: c', 'd: d']);
  });
});

describe('by meaning', () => {
  const one = (degrees: number, id: string, more: Partial<ClaimToCluster> = {}) =>
    claim(id, `${id} ${id.repeat(3)} ${degrees}`, { vector: at(degrees), ...more });

  test('near vectors together, far ones apart', async () => {
    const claims = [one(0, 'a'), one(20, 'b'), one(90, 'c')];
    expect(await idsOf(claims)).toEqual(['a: a b', 'c: c']);
  });

  test('a lower cosine is enough across languages', async () => {
    const other = { language: 'en' };
    expect(await idsOf([one(0, 'a'), one(46, 'b', other)])).toEqual(['a: a b']);
    expect(await idsOf([one(0, 'a'), one(46, 'b')])).toEqual(['a: a', 'b: b']);
    expect(await idsOf([one(0, 'a'), one(65, 'b', other)])).toEqual(['a: a', 'b: b']);
  });

  test('without a measured model vectors do not count', async () => {
    expect(await idsOf([one(0, 'a'), one(5, 'b')], null)).toEqual(['a: a', 'b: b']);
  });

  test('nothing is drawn in through a chain: every member is like the centre', async () => {
    const chain = [0, 30, 60, 90, 120].map((degrees, index) => one(degrees, 'abcde'[index] ?? ''));
    const clusters = await clusterClaims(chain, { meaning });
    expect(clusters.length).toBeGreaterThan(1);
    expect(clusters.some(({ members }) => members.length > 1)).toBe(true);
    for (const { centre, members } of clusters) {
      for (const { vector } of members) {
        const cosine = vector?.reduce(
          (sum, value, at) => sum + value * (centre.vector?.[at] ?? 0),
          0,
        );
        expect(cosine).toBeGreaterThanOrEqual(meaning.sameLanguage);
      }
    }
  });

  test('the centre is the claim that most are like', async () => {
    const claims = [one(0, 'a'), one(30, 'b'), one(52, 'c'), one(5, 'd')];
    expect((await idsOf(claims))[0]).toMatch(/^b: a b c d$/);
  });

  test('the order of the input does not matter', async () => {
    const claims = Array.from({ length: 60 }, (_, index) =>
      claim(String(index).padStart(2, '0'), `luận điểm giả định số ${index}`, {
        vector: at((index * 37) % 180, index % 3),
        language: index % 4 === 0 ? 'en' : 'vi',
      }),
    );
    const expected = await idsOf(claims);
    expect(await idsOf(claims.toReversed())).toEqual(expected);
    expect(await idsOf([...claims.slice(23), ...claims.slice(0, 23)])).toEqual(expected);
    const members = (await clusterClaims(claims, { meaning })).flatMap(({ members }) => members);
    expect(new Set(members).size).toBe(60);
    expect(members).toHaveLength(60);
  });
});

test('no claims, no clusters', async () => {
  expect(await clusterClaims([], { meaning })).toEqual([]);
});

test('10,000 claims of one wording are one cluster', async () => {
  const claims = Array.from({ length: 10_000 }, (_, index) =>
    claim(String(index).padStart(5, '0'), 'Cây cầu gỗ giả định dài bốn mươi mét.'),
  );
  const [cluster, ...others] = await clusterClaims(claims, { meaning });
  expect(cluster?.members).toHaveLength(10_000);
  expect(cluster?.centre.id).toBe('00000');
  expect(others).toEqual([]);
});
