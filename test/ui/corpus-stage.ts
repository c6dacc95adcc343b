import type { DocumentInput } from '#corpus/document-input.ts';
import { importDocuments } from '#corpus/index.ts';
import { decideResponse } from '#drafting/index.ts';
import { embedPassages } from '#retrieval/index.ts';
import {
  approveVersions,
  discardDrafts,
  verifyVersions,
  withdrawVersions,
} from '#standing/index.ts';
import { checkCorpus } from '#upkeep/index.ts';
import type { Context } from '../../src/context.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus, importItem } from '../support/corpus.ts';
import { analysedPost, submitPost } from '../support/posts.ts';
import { actAs } from '../support/test-context.ts';

const loans =
  'Mỗi bạn đọc của thư viện giả định được mượn tối đa 5 cuốn sách trong 30 ngày và không phải trả phí.';
const hours = 'Thư viện giả định mở cửa cho mọi người từ 8 giờ đến 17 giờ các ngày trong tuần.';
const bicycles = 'Người đến thư viện giả định không phải trả tiền giữ xe đạp và tiền gửi đồ.';
const rules = [
  'Phòng đọc của bảo tàng giả định mở cửa từ thứ hai đến thứ bảy cho người có thẻ.',
  'Người đọc giữ yên lặng, không mang đồ ăn vào phòng và trả sách về đúng giá khi ra về.',
  'Ai làm hỏng sách thì báo cho thủ thư của bảo tàng giả định để ghi vào sổ theo dõi.',
].join(' ');

const handbook = (...articles: readonly string[]): string =>
  ['Chương I. QUY ĐỊNH CỦA THƯ VIỆN GIẢ ĐỊNH', ...articles].join('\n\n');
const about = {
  title: 'Sổ tay của thư viện giả định về mượn sách và giờ mở cửa',
  issuer: 'Thư viện giả định',
  number: '12/2024/ST-TVGĐ',
  kind: 'fact_sheet' as const,
  pillar: 'people' as const,
  topics: ['thư viện', 'mượn sách'],
} satisfies Partial<DocumentInput>;

/** A file whose head an importer makes proposals of; all in it is invented. */
export const uploadedText = [
  'THƯ VIỆN GIẢ ĐỊNH\nSố: 34/2026/QĐ-TVGĐ',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
  'Nơi giả định, ngày 02 tháng 3 năm 2026',
  'QUYẾT ĐỊNH\nVề giờ mở cửa phòng đọc của thư viện giả định',
  'Điều 1. Giờ mở cửa',
  'Phòng đọc giả định mở cửa từ 7 giờ 30 phút đến 18 giờ các ngày trong tuần, trừ ngày lễ.',
  'Điều 2. Hiệu lực',
  'Quyết định giả định này có hiệu lực thi hành kể từ ngày 01 tháng 4 năm 2026.',
].join('\n\n');

export interface Stage {
  readonly documentId: string;
  /** An answer that quoted its first version lost its source when the second was approved. */
  readonly postId: string;
  readonly secondVersionId: string;
  readonly thirdVersionId: string;
}

/** A corpus with a document in every standing, findings, gaps and an answer that lost its source. */
export async function setStage(ctx: Context): Promise<Stage> {
  const editor = await actAs(ctx, 'bien-tap', ['corpus_editor']);
  const approver = await actAs(ctx, 'duyet-kho', ['corpus_approver']);
  await approveCorpus(ctx, [
    {
      key: 'so-tay',
      ...about,
      recheck_by: '2026-01-31',
      source_url: 'https://example.org/so-tay',
      issued_on: '2024-01-15',
      text: handbook(
        'Điều 1. Giờ mở cửa',
        hours,
        'Điều 2. Mượn sách',
        loans,
        'Điều 3. Giữ xe',
        bicycles,
      ),
    },
    ...otherDocuments,
  ]);
  const postId = await answeredPost(ctx);
  const next = async (key: string, text: string, more: object): Promise<string> => {
    const items = [await importItem({ key, text, ...more })];
    const [result] = await importDocuments(editor, { items });
    return result?.versionId ?? '';
  };
  const secondVersionId = await next(
    'so-tay',
    handbook(
      'Điều 1. Giữ xe',
      bicycles,
      'Điều 2. Giờ mở cửa',
      hours,
      'Điều 3. Mượn sách',
      loans.replace('5 cuốn', '8 cuốn').replace('30 ngày', '45 ngày'),
      'Điều 4. Phòng học nhóm',
      'Nhóm từ 3 bạn đọc trở lên được dùng phòng học nhóm của thư viện giả định miễn phí.',
    ),
    { ...about, valid_from: '2026-06-01', recheck_by: '2026-10-01' },
  );
  await approveVersions(approver, { versionIds: [secondVersionId] });
  const dropped = await next('so-tay', handbook('Điều 1. Bản nhập nhầm', hours), about);
  await discardDrafts(editor, { versionIds: [dropped], reason: 'Nhập nhầm tệp.' });
  const thirdVersionId = await next(
    'so-tay',
    handbook('Điều 1. Giữ xe', bicycles, 'Điều 2. Giờ mở cửa', hours.replace('17 giờ', '19 giờ')),
    { ...about, valid_from: '2027-01-01' },
  );
  await withdrawOne(ctx, approver);
  await embedPassages(ctx);
  await checkCorpus(ctx);
  await leaveGaps(ctx);
  const { document_id: documentId } = await ctx.db
    .selectFrom('document_version')
    .select('document_id')
    .where('id', '=', secondVersionId)
    .executeTakeFirstOrThrow();
  return { documentId, postId, secondVersionId, thirdVersionId };
}

const otherDocuments: Parameters<typeof approveCorpus>[1] = [
  {
    key: 'phong-doc',
    title: 'Nội quy phòng đọc bảo tàng giả định',
    text: rules,
    topics: ['bảo tàng'],
  },
  {
    key: 'phong-doc-chep',
    title: 'Sổ tay bảo tàng giả định',
    text: rules.replace('thứ bảy', 'thứ sáu'),
    topics: ['bảo tàng'],
  },
  {
    key: 'muon-sach',
    title: 'Hỏi đáp về mượn sách của trường giả định',
    text: 'Mỗi học sinh của trường giả định được mượn tối đa 4 cuốn sách trong 20 ngày và không phải trả phí.',
    topics: ['trường học'],
  },
  {
    key: 'muon-sach-cu',
    title: 'Thông báo của trường giả định',
    text: 'Năm học mới bắt đầu. Mỗi học sinh của trường giả định được mượn tối đa 6 cuốn sách trong 20 ngày và không phải trả phí.',
    topics: ['trường học'],
  },
  {
    key: 'huong-dan-noi-bo',
    title: 'Hướng dẫn nội bộ về cách trả lời câu hỏi của bạn đọc thư viện giả định',
    issuer: 'Phòng bạn đọc của thư viện giả định',
    text: 'Khi bạn đọc hỏi về giờ mở cửa, trả lời bằng Sổ tay, không suy đoán thêm điều gì.',
    citable: false,
    pillar: 'state',
  },
  {
    key: 'english-handbook',
    title: 'Handbook of the invented library',
    issuer: 'Invented library',
    language: 'en',
    text: 'Every reader of the invented library may borrow five books for thirty days, free of charge.',
    topics: ['thư viện'],
  },
  { key: 'sap-het', text: 'Quy định giả định này sắp hết hiệu lực.', valid_to: soon() },
  { key: 'da-het', text: 'Quy định giả định này chỉ dùng một năm.', valid_to: '2021-01-01' },
  { key: 'chua-den', text: 'Quy định giả định này dùng từ năm sau.', valid_from: '2090-01-01' },
  {
    key: 'thu-hoi',
    title: 'Thông cáo giả định in nhầm',
    text: 'Thông cáo giả định này có số in nhầm.',
  },
];

function soon(): string {
  return new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
}

async function answeredPost(ctx: Context): Promise<string> {
  const drafter = await actAs(ctx, 'drafter', ['drafter']);
  const reviewers = [
    await actAs(ctx, 'first', ['reviewer']),
    await actAs(ctx, 'second', ['reviewer']),
  ];
  const postId = await analysedPost(ctx, loans.replace('5 cuốn', '3 cuốn'));
  await submitForReview(drafter, postId);
  await approveInReview(reviewers, postId);
  return postId;
}

async function withdrawOne(ctx: Context, approver: Context): Promise<void> {
  const { id } = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select('v.id')
    .where('d.key', '=', 'thu-hoi')
    .executeTakeFirstOrThrow();
  await verifyVersions(approver, { versionIds: [id], recheckBy: null });
  await withdrawVersions(approver, { versionIds: [id], reason: 'Số liệu in nhầm một hàng.' });
}

async function leaveGaps(ctx: Context): Promise<void> {
  const drafter = await actAs(ctx, 'drafter', ['drafter']);
  const bridge = 'Cây cầu gỗ giả định ở làng trên dài đúng bốn mươi mét và rộng ba mét.';
  await analysedPost(ctx, bridge);
  await submitPost(ctx, bridge);
  await analysedPost(ctx, bridge.replace('Cây cầu', 'Nghe nói cây cầu'));
  const declined = await analysedPost(
    ctx,
    'Hồ sen giả định phía sau trường có hơn 200 con cá chép màu vàng.',
  );
  const decision = { decision: 'do_not_respond', reason: 'Không ai hỏi thêm.' } as const;
  await decideResponse(drafter, { postId: declined, ...decision });
  await analysedPost(
    ctx,
    'Each student of the invented academy receives 12 silver coins on the second day of March.',
  );
}
