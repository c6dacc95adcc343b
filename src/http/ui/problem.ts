import type { LintText } from '#drafting/index.ts';
import { type Action, permissions } from '#identity/index.ts';
import type { AppError, ErrorCode } from '#platform/errors.ts';
import type { Catalogue } from './locales/vi.ts';

/** Which form a problem belongs to; also the id of its place on the page. */
export type FormName =
  | 'login'
  | 'confirm'
  | 'password'
  | 'two-factor'
  | 'submit-post'
  | 'import'
  | 'response'
  | 'outcome'
  | 'redraft'
  | 'reuse'
  | 'published'
  | 'edit'
  | 'submit'
  | 'review'
  | 'revoke'
  | 'turn'
  | 'pass'
  | 'filters'
  | 'comment'
  | 'third-look'
  | 'upload'
  | 'version-edit'
  | 'version-approve'
  | 'version-discard'
  | 'version-withdraw'
  | 'version-verify'
  | 'dismiss'
  | 'triage'
  | 'trail'
  | 'bundle-check'
  | 'user-new'
  | 'user-roles'
  | 'user-state'
  | 'user-sign-in'
  | 'user-merge'
  | 'key-new'
  | 'threshold'
  | 'topic'
  | 'webhook'
  | 'golden'
  | 'queues'
  | 'evaluation'
  | 'page';

/** A refused request in the reader's language. */
export interface Problem {
  readonly code: ErrorCode;
  readonly form: FormName;
  readonly message: string;
  readonly remedy: string | null;
  /** What exactly failed: sentence and gate codes in words. */
  readonly details: readonly string[];
  /** The verb's own words, English, when the catalogue has none for this case. */
  readonly raw: string | null;
  readonly field: string | null;
}

export function describeProblem(error: AppError, form: FormName, t: Catalogue): Problem {
  const field = error.field?.replaceAll(/\[\d+\]/g, '[]') ?? '';
  const specific =
    lookUp(t.problems, `${form}:${error.code}:${field}`) ??
    (actionOf(error) === null ? lookUp(t.problems, `${form}:${error.code}`) : undefined) ??
    lookUp(t.problems, `${error.code}:${field}`);
  const general = lookUp(t.problems, error.code) ?? t.problems.unavailable;
  return {
    code: error.code,
    form,
    message: (specific ?? general).message,
    remedy: (specific ?? general).remedy,
    details: [...findings(error, t), ...rolesFor(error, t)],
    raw: isOwnWording(error, specific !== undefined, form) ? null : rawOf(error),
    field: error.field,
  };
}

/** The catalogue says it all, except why the database refused a decision or what is wrong with a file. */
function isOwnWording(error: AppError, specific: boolean, form: FormName): boolean {
  if (actionOf(error) !== null || error.code === 'unauthenticated') return true;
  if (form === 'import') return !/^file\.(?:quotes|encoding|rows)$/.test(error.field ?? '');
  if (form === 'upload' || form === 'evaluation') return error.field === 'missing';
  return specific && !(form === 'review' && error.code === 'forbidden');
}

/** `requirePermission` names the action it refused. */
function actionOf(error: AppError): Action | null {
  const name = /\(([a-z.]+)\)$/.exec(error.message)?.[1] ?? '';
  return error.code === 'forbidden' && Object.hasOwn(permissions, name) ? (name as Action) : null;
}

function rolesFor(error: AppError, t: Catalogue): string[] {
  const action = actionOf(error);
  if (action === null) return [];
  return [t.errors.rolesThatMay(permissions[action].map((role) => t.roles[role]).join(', '))];
}

function rawOf(error: AppError): string {
  return error.remedy === null ? error.message : `${error.message}. ${error.remedy}`;
}

/** The sentence at fault, numbered as the edit form numbers it. */
function placeOf(error: AppError, t: Catalogue): string | null {
  if (error.field === 'headline') return t.draft.headline;
  const index = /^sentences\[(\d+)\]/.exec(error.field ?? '')?.[1];
  return index === undefined ? null : t.draft.sentence(Number(index) + 1);
}

/** What stops a draft, after the sentence at fault. */
function findings(error: AppError, t: Catalogue): string[] {
  const parts = [placeOf(error, t), lintFinding(error, t)].filter((part) => part !== null);
  return parts.length === 0 ? [] : [parts.join(': ')];
}

/** A blocked draft names its first finding by rule and code, and at the end the words it is about. */
function lintFinding(error: AppError, t: Catalogue): string | null {
  const named = /^R\d+ ([a-z_]+): [^(]*(?:\(([^]*)\))?$/.exec(error.message);
  const text = lookUp<LintText>(t.lint.findings, named?.[1] ?? '');
  if (error.code !== 'conflict' || text === undefined) return null;
  const words = named?.[2] === undefined ? '' : ` “${named[2]}”`;
  return `${text.message}${words} ${text.remedy}`;
}

/** A catalogue entry for a code from the database or a verb; undefined when the catalogue has none. */
export function lookUp<T>(entries: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.hasOwn(entries, code) ? entries[code] : undefined;
}
