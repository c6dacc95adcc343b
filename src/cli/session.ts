import type { Command } from 'commander';
import { readConfig } from '#config/env.ts';
import { type Actor, systemActor } from '#db/context.ts';
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

/**
 * The same context for a command about people and keys: acting as the admin named with `--as`, else as
 * the command line itself, which the trail then names. @throws NotFoundError | ForbiddenError
 */
export async function administering(ctx: Context, options: { as?: string }): Promise<Context> {
  if (options.as !== undefined) return actingAs(ctx, options.as, 'users.manage');
  return { ...ctx, actor: { ...systemActor, name: 'system (command line)' } };
}

/** Adds `--as` to a command about people and keys. */
export function asOption(command: Command): Command {
  return command.option('--as <admin>', 'who does it; else the trail names the command line');
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
