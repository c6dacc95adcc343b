import { readConfig } from '#config/env.ts';
import type { Actor } from '#db/context.ts';
import { findUser, type Action, requirePermission } from '#identity/index.ts';
import { ValidationError } from '#platform/errors.ts';
import { type Context, createContext } from '../context.ts';

/** A context for one command; logs go to standard error and only when something is wrong. */
export function openSession(): Promise<Context> {
  return createContext(readConfig({ LOG_LEVEL: 'warn' }), { logToStderr: true });
}

/** The same context acting as a named user who may do this. @throws NotFoundError | ForbiddenError */
export async function actingAs(ctx: Context, userName: string, action: Action): Promise<Context> {
  const actor: Actor = await findUser(ctx, userName);
  requirePermission(actor, action);
  return { ...ctx, actor };
}

export function parsePositive(raw: string, option: string): number {
  const value = Number(raw);
  if (Number.isInteger(value) && value > 0) return value;
  throw new ValidationError(`${raw} is not a whole number above 0`, { field: option });
}

/** Where people look while a command runs; results go to standard output. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
