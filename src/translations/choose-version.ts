import type { DbContext } from '#db/context.ts';
import { ConflictError, NotFoundError } from '#platform/errors.ts';

/** A version by its id, or the one of a document that is in force, else its newest. */
export type VersionChoice = { readonly versionId: string } | { readonly key: string };

export interface ChosenVersion {
  readonly id: string;
  readonly key: string;
  readonly documentId: string;
  readonly language: string;
}

/**
 * The version that is meant, drafted or approved, on `today` (YYYY-MM-DD). `field` names it in errors.
 * @throws NotFoundError, or ConflictError when it was discarded or has ended
 */
export async function chooseVersion(
  ctx: Pick<DbContext, 'db'>,
  choice: VersionChoice,
  { field, today }: { field: string; today: string },
): Promise<ChosenVersion> {
  const byId = 'versionId' in choice;
  let query = ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['v.id', 'd.key', 'v.document_id', 'v.metadata', 'v.status', 'v.valid_from'])
    .select(['v.ends_on', 'v.withdrawn_on'])
    .orderBy('v.version_number', 'desc');
  query = byId ? query.where('v.id', '=', choice.versionId) : query.where('d.key', '=', choice.key);
  const versions = await query.execute();
  const open = versions.filter(
    ({ status, ends_on }) => status !== 'discarded' && (ends_on === null || ends_on > today),
  );
  const inForce = open.find(
    ({ status, valid_from }) => status === 'approved' && valid_from <= today,
  );
  const chosen = inForce ?? open[0];
  if (chosen !== undefined) {
    const { id, key, document_id: documentId, metadata } = chosen;
    return { id, key, documentId, language: metadata.language };
  }
  const [last] = versions;
  if (last === undefined) {
    throw new NotFoundError(`no such ${byId ? 'version' : 'document'}`, {
      field,
      remedy: 'The list of documents shows their keys and versions.',
    });
  }
  const state = last.status === 'discarded' ? 'discarded' : 'no longer in force';
  throw new ConflictError(`the version is ${last.withdrawn_on === null ? state : 'withdrawn'}`, {
    field,
    remedy: 'Align a version that is drafted, approved or in force.',
  });
}
