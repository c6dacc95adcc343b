import { recordRun } from '#evaluations/index.ts';
import {
  prepareRows,
  proposeMapping,
  readFileText,
  readTable,
  startImport,
  storeImport,
} from '#posts/index.ts';
import { proposeThreshold } from '#retrieval/index.ts';
import { createEndpoint } from '#webhooks/index.ts';
import { firstRun, secondRun } from '../../test/support/library-runs.ts';
import type { Context } from '../../src/context.ts';

export interface MoreWork {
  readonly importId: string;
  /** Two recorded runs over the same data, the newer one last. */
  readonly runIds: readonly [string, string];
}

const table = [
  'Nội dung,Người đăng,Thời gian,Đường dẫn',
  '"Nhắn 0912 345 678, thư viện giả định cho mượn 3 cuốn sách.",Bạn Đọc Giả Định,22/11/2026 08:30,',
  'Thư viện giả định mở cửa cả đêm.,Bạn Đọc Giả Định,31/02/2026,https://dien-dan.invalid/bai/2',
  ',Bạn Đọc Giả Định,22/11/2026 09:00,',
].join('\n');

/** What stands beside the posts: an import, evaluation runs, a proposal, an endpoint. */
export async function doMoreWork(
  ctx: Context,
  people: { triager: Context; evaluator: Context; admin: Context },
): Promise<MoreWork> {
  const text = readFileText(new TextEncoder().encode(table));
  const file = readTable(text, 1000);
  const proposed = proposeMapping(file.columns);
  const settings = { mapping: { ...proposed, text: proposed.text ?? 0 }, platform: 'forum' };
  const prepared = await prepareRows(file, settings);
  const started = await startImport(people.triager, {
    fileName: 'bai-dang.csv',
    text,
    settings,
    prepared,
  });
  await storeImport(ctx, started.importId);
  const [older, newer] = [firstRun, secondRun].map((run) =>
    recordRun(people.evaluator, { text: JSON.stringify(run), fileName: 'run.json' }),
  ) as [ReturnType<typeof recordRun>, ReturnType<typeof recordRun>];
  const model = await ctx.db.selectFrom('embedding_model').select('name').executeTakeFirstOrThrow();
  await proposeThreshold(people.evaluator, {
    model: model.name,
    threshold: 0.6,
    reason: 'Bớt khớp nhầm trên bộ câu hỏi giả định.',
  });
  await createEndpoint(people.admin, {
    url: 'https://nhan-tin.invalid/doi-chung',
    events: ['approval.in_force', 'approval.retracted'],
  });
  return { importId: started.importId, runIds: [(await older).id, (await newer).id] };
}
