import { importDocuments } from '#corpus/index.ts';
import { sha256Hex } from '#platform/hash.ts';
import { approveVersions, discardDrafts, withdrawVersions } from '#standing/index.ts';
import type { DbContext } from '#db/context.ts';
import { seededRandom } from '../../bench/support/random.ts';

/** A version as the history meant it, beside what the database made of it. */
export interface MeantVersion {
  readonly id: string;
  readonly number: number;
  readonly from: string;
  readonly to: string | null;
  state: 'draft' | 'approved' | 'discarded';
  withdrawnFrom: string | null;
}

export interface History {
  /** A number, which no other document has in its text. */
  readonly key: string;
  readonly versions: MeantVersion[];
}

const rounds = 5;
const batchSize = 200;
const firstDay = Date.UTC(2020, 0, 1);

/** A day on a coarse grid, so that borders of different versions meet often; `step` from 0 to 59. */
export function gridDay(step: number): string {
  return new Date(firstDay + step * 30 * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Plays `count` random histories of documents through the verbs, side by side: in each round a document
 * gets a new draft, or its drafts are approved or discarded, or an approved version is withdrawn.
 */
export async function playHistories(
  actors: { readonly editor: DbContext; readonly approver: DbContext },
  count: number,
  seed: number,
  progress: (round: number) => void = () => {},
): Promise<History[]> {
  const random = seededRandom(seed);
  const pick = (below: number): number => Math.floor(random() * below);
  const histories = Array.from({ length: count }, (_, index): History => {
    return { key: String(seed * 1_000_000 + index), versions: [] };
  });
  for (let round = 0; round < rounds; round += 1) {
    const wishes = histories.map((history) => ({ history, wish: wishOf(history, random) }));
    const those = (wish: string): History[] =>
      wishes.filter((one) => one.wish === wish).map((one) => one.history);
    await importNext(actors.editor, those('import'), pick);
    await approveDrafts(actors.approver, those('approve'));
    await discard(actors.editor, those('discard'));
    await withdraw(actors.approver, those('withdraw'), pick);
    progress(round + 1);
  }
  return histories;
}

/**
 * What is in force on a day, by the plain rule: of the approved versions that have begun the newest has
 * the last word, and if that one has ended there is none.
 */
export function meantInForce(history: History, day: string): MeantVersion | null {
  const begun = history.versions.filter(({ state, from }) => state === 'approved' && from <= day);
  const last = begun.toSorted((a, b) => b.number - a.number)[0];
  if (last === undefined) return null;
  const ended = [last.to, last.withdrawnFrom].some((end) => end !== null && end <= day);
  return ended ? null : last;
}

function wishOf({ versions }: History, random: () => number): string {
  const roll = random();
  const hasDraft = versions.some(({ state }) => state === 'draft');
  if (hasDraft) return roll < 0.7 ? 'approve' : roll < 0.8 ? 'discard' : 'import';
  return roll < 0.25 && versions.length > 0 ? 'withdraw' : 'import';
}

async function importNext(
  editor: DbContext,
  histories: readonly History[],
  pick: (below: number) => number,
): Promise<void> {
  for (let start = 0; start < histories.length; start += batchSize) {
    const batch = histories.slice(start, start + batchSize);
    const planned = batch.map((history) => {
      const step = pick(50);
      const number = history.versions.length + 1;
      const to = pick(3) === 0 ? gridDay(step + 1 + pick(9)) : null;
      const text = `Bản ${number} của quy định số ${history.key}: thư viện thu ${pick(900)} đồng.`;
      return { history, number, from: gridDay(step), to, text };
    });
    const items = await Promise.all(
      planned.map(async ({ history, from, to, text }) => ({
        document: {
          key: history.key,
          title: `Quy định số ${history.key}`,
          text,
          language: 'vi',
          topics: [],
          citable: true,
          valid_from: from,
          valid_to: to,
        },
        sourceName: history.key,
        sourceSha256: await sha256Hex(`${text} ${from} ${to}`),
      })),
    );
    const results = await importDocuments(editor, { items });
    for (const [index, { history, number, from, to }] of planned.entries()) {
      const id = results[index]?.versionId as string;
      history.versions.push({ id, number, from, to, state: 'draft', withdrawnFrom: null });
    }
  }
}

async function approveDrafts(approver: DbContext, histories: readonly History[]): Promise<void> {
  const drafts = draftsOf(histories);
  for (let start = 0; start < drafts.length; start += batchSize) {
    const batch = drafts.slice(start, start + batchSize);
    await approveVersions(approver, { versionIds: batch.map(({ id }) => id) });
    for (const version of batch) version.state = 'approved';
  }
}

async function discard(editor: DbContext, histories: readonly History[]): Promise<void> {
  const drafts = draftsOf(histories);
  await discardDrafts(editor, { versionIds: drafts.map(({ id }) => id), reason: 'Không dùng.' });
  for (const version of drafts) version.state = 'discarded';
}

function draftsOf(histories: readonly History[]): MeantVersion[] {
  return histories.flatMap(({ versions }) => versions.filter(({ state }) => state === 'draft'));
}

/** From one of the version's own days on, or from its first. */
async function withdraw(
  approver: DbContext,
  histories: readonly History[],
  pick: (below: number) => number,
): Promise<void> {
  const chosen = histories.flatMap((history) => {
    const days = Array.from({ length: 60 }, (_, step) => gridDay(step));
    const open = days.filter((day) => meantInForce(history, day)?.withdrawnFrom === null);
    const day = open[pick(open.length)];
    return day === undefined ? [] : [{ version: meantInForce(history, day) as MeantVersion, day }];
  });
  for (const [day, group] of Map.groupBy(chosen, ({ day }) => day)) {
    const versionIds = group.map(({ version }) => version.id);
    await withdrawVersions(approver, { versionIds, reason: 'Thu hồi.', from: day });
    for (const { version } of group) version.withdrawnFrom = day;
  }
}
