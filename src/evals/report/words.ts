import { html, type Html } from './html.ts';

/** Every phrase of the page: Vietnamese, English. */
const phrases = {
  title: ['Báo cáo đánh giá đối chiếu', 'Matching evaluation report'],
  language: ['English', 'Tiếng Việt'],
  summary: ['Tổng quan', 'Overview'],
  data: ['Dữ liệu', 'Data'],
  queries: ['Số truy vấn', 'Queries'],
  documents: ['Văn bản', 'Documents'],
  passages: ['Đoạn trích', 'Passages'],
  model: ['Mô hình nhúng', 'Embedding model'],
  retriever: ['Bộ tìm kiếm', 'Retriever'],
  code: ['Phiên bản mã', 'Code version'],
  measured: ['Thời điểm đo', 'Measured at'],
  arm: ['Cách xếp hạng', 'Arm'],
  lexical: ['Từ vựng', 'Lexical'],
  dense: ['Véc-tơ', 'Dense'],
  fused: ['Kết hợp', 'Fused'],
  ranking: ['Xếp hạng', 'Ranking'],
  rankingNote: [
    'Dưới mỗi giá trị là khoảng tin cậy 95 % (bootstrap trên các truy vấn). Giá trị cao nhất của mỗi cột được in đậm.',
    'Below each value its 95 % interval (bootstrap over queries). The highest of each column is bold.',
  ],
  slices: ['Lát cắt', 'Slices'],
  slicesNote: [
    'S@10 của từng lát cắt. Với bản sao có nhiễu, cột bên là tỉ số so với chính các truy vấn ấy khi chưa đổi.',
    'S@10 of each slice. For noisy copies the column beside is the ratio to the same queries unchanged.',
  ],
  slice: ['Lát cắt', 'Slice'],
  ratio: ['÷ gốc', '÷ clean'],
  abstention: ['Biết im lặng', 'Knowing when to stay silent'],
  abstentionNote: [
    'Xác suất của đối chiếu tốt nhất, đo trên mọi truy vấn và lặp lại khi đã bỏ văn bản đúng (hoặc trên truy vấn không có lời đáp, nếu bộ dữ liệu có).',
    'Probability of the best match, over every query and again with its right documents taken out (or over unanswerable queries where the set has them).',
  ],
  heldOut: ['AUROC, bỏ văn bản đúng', 'AUROC, answers held out'],
  unanswerable: ['AUROC, không có lời đáp', 'AUROC, unanswerable'],
  coverageAt5: ['Phủ ở rủi ro 5 %', 'Coverage at 5 % risk'],
  riskCoverage: ['Rủi ro theo độ phủ', 'Risk by coverage'],
  coverage: ['Độ phủ (phần được trả lời)', 'Coverage (share answered)'],
  risk: ['Rủi ro (phần sai)', 'Risk (share wrong)'],
  reliability: ['Độ tin cậy của xác suất', 'Reliability of the probability'],
  predicted: ['Xác suất dự báo', 'Predicted probability'],
  observed: ['Tỉ lệ đúng thực tế', 'Share that is right'],
  count: ['Số ca', 'Cases'],
  worst: ['20 truy vấn kém nhất', 'The 20 worst queries'],
  worstNote: [
    'Theo thứ hạng kết hợp của văn bản đúng; ✓ là văn bản đúng.',
    'By the fused rank of the right document; ✓ marks a right document.',
  ],
  relevant: ['Văn bản đúng', 'Right documents'],
  rank: ['hạng', 'rank'],
  nowhere: ['không tìm thấy', 'not found'],
  probability: ['xác suất', 'probability'],
  nothing: ['không trả về gì', 'returned nothing'],
  time: ['Thời gian', 'Time'],
  searchTime: ['Tìm kiếm p50 / p95', 'Search p50 / p95'],
  refused: ['Văn bản bị từ chối khi nhập', 'Documents refused at import'],
  configuration: ['Cấu hình', 'Configuration'],
  notMeasured: ['chưa đo', 'not measured'],
} as const satisfies Readonly<Record<string, readonly [vi: string, en: string]>>;

export type Phrase = keyof typeof phrases;

/** A phrase in both languages; the page shows one of them. */
export function say(phrase: Phrase): Html {
  const [vi, en] = phrases[phrase];
  return html`<span lang="vi">${vi}</span><span lang="en">${en}</span>`;
}

/** For places that hold text only, as titles of charts do. */
export function bothWords(phrase: Phrase): string {
  return phrases[phrase].join(' · ');
}
