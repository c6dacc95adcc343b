import type { z } from '@hono/zod-openapi';
import { ValidationError, ValidationErrors } from '#platform/errors.ts';
import type { JsonPath } from './duplicate-key.ts';
import { fieldName } from './field-name.ts';

type Issue = z.core.$ZodIssue;

/** A fault with its place in the request body. */
export class BodyFault extends ValidationError {
  /** JSON Pointer (RFC 6901). */
  readonly pointer: string;
  constructor(path: JsonPath, message: string, details: { field: string; remedy: string }) {
    super(message, details);
    const escaped = path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
    this.pointer = escaped.map((step) => `/${step}`).join('');
  }
}

/** What a schema found in the body, query, path or headers: errors that name field and remedy. */
export function inputErrors(error: z.ZodError, target: string): ValidationErrors {
  const errors = error.issues
    .flatMap((issue) => fromIssue(issue, []))
    .map(({ path, message, remedy }) => {
      const details = { field: fieldName(path), remedy };
      const text = `${details.field}: ${message}`;
      return target === 'json'
        ? new BodyFault(path, text, details)
        : new ValidationError(text, details);
    });
  const [first = new ValidationError('the request is not valid'), ...others] = errors;
  return new ValidationErrors([first, ...others]);
}

interface Fault {
  readonly path: JsonPath;
  readonly message: string;
  readonly remedy: string;
}

function fromIssue(issue: Issue, above: JsonPath): Fault[] {
  const path = [...above, ...(issue.path as JsonPath)];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: 'no such field',
      remedy: 'Remove it.',
    }));
  }
  if (issue.code === 'invalid_union') {
    return closest(issue.errors).flatMap((inner) => fromIssue(inner, path));
  }
  const [message, remedy] = describe(issue);
  return [{ path, message, remedy }];
}

/** Of an object or an array of them, the reading that the caller meant: the one of the right type. */
function closest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const fits = (branch: readonly Issue[]): boolean =>
    !branch.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0);
  return branches.find(fits) ?? branches[0] ?? [];
}

function describe(issue: Issue): [message: string, remedy: string] {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? ['is missing', `Give it as ${article(issue.expected)}.`]
        : [`is not ${article(issue.expected)}`, `Give it as ${article(issue.expected)}.`];
    case 'invalid_value':
      return ['is none of the known values', `Use one of: ${issue.values.join(', ')}.`];
    case 'too_small':
      return ['is too short or too small', `The least is ${issue.minimum}.`];
    case 'too_big':
      return ['is too long or too large', `The most is ${issue.maximum}.`];
    default:
      return [issue.message, 'See the schema in /docs.'];
  }
}

function article(type: string): string {
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}
