import { evalRun, foundQuery } from './eval-run.ts';

const measures = (value: number) =>
  Object.fromEntries(
    ['map@5', 'recall@1', 'recall@10', 'success@1', 'success@10', 'mrr', 'ndcg@10'].map((name) => [
      name,
      value,
    ]),
  );
const intervals = (value: number) =>
  Object.fromEntries(
    Object.keys(measures(value)).map((name) => [name, { low: value - 0.04, high: value + 0.03 }]),
  );
/** Invented questions, some of whose answers are not found. */
const queries = Array.from({ length: 30 }, (_, index) =>
  foundQuery(`câu-${index}`, index % 4 === 0 ? null : (index % 3) + 1, {
    text: `Thư viện giả định số ${index} mở cửa lúc mấy giờ trong các ngày cuối tuần?`,
    language: 'vi',
    returned: {
      lexical: [],
      dense: [],
      fused: [
        { id: 'so-tay', score: 0.8, probability: 0.62 },
        { id: `dcâu-${index}`, score: 0.5, probability: 0.31 },
      ],
    },
  }),
);
const titles = { 'so-tay': 'Sổ tay của thư viện giả định về mượn sách và giờ mở cửa' };
/** Invented questions about an invented library, measured. */
export const firstRun = evalRun(queries, {
  data: {
    name: 'thu_vien_gia_dinh',
    split: 'test',
    language: 'vi',
    corpusSha256: 'c'.repeat(64),
    queriesSha256: 'd'.repeat(64),
  },
  values: { lexical: measures(0.612), fused: measures(0.731) },
  intervals: { lexical: intervals(0.612), fused: intervals(0.731) },
  slices: [
    {
      name: 'no_diacritics',
      kind: 'noise',
      queries: 30,
      values: { lexical: measures(0.5), fused: measures(0.6) },
      ratio: { fused: { value: 0.91, low: 0.88, high: 0.95 } },
    },
  ],
  titles,
});
/** The same questions a day later: six answers are not found any more. */
export const secondRun = {
  ...firstRun,
  createdAt: '2026-11-23T02:00:00.000Z',
  queries: queries.map((query, index) =>
    index < 6 ? foundQuery(query.id, null, { text: query.text, language: 'vi' }) : query,
  ),
};
