import type { Context } from 'hono';
import { ValidationError } from '#platform/errors.ts';
import type { HttpEnv } from '../env.ts';

/** @throws ValidationError when the body is no form. */
export async function readForm(c: Context<HttpEnv>): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch (error) {
    throw new ValidationError('the request body is not a form', { cause: error });
  }
}

/** A field's text with the line breaks browsers send as CRLF read as LF; empty when absent. */
export function textOf(form: FormData | undefined, name: string): string {
  const value = form?.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}

export function optionalText(form: FormData, name: string): string | null {
  const value = textOf(form, name).trim();
  return value === '' ? null : value;
}

/** @throws ValidationError when the field holds none of the choices. */
export function choiceOf<T extends string>(form: FormData, name: string, choices: readonly T[]): T {
  const value = textOf(form, name);
  const choice = choices.find((one) => one === value);
  if (choice !== undefined) return choice;
  throw new ValidationError(`${name} is not one of ${choices.join(', ')}`, { field: name });
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(value: string): boolean {
  return uuid.test(value);
}
