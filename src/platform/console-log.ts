import type { Log } from './log.ts';

/** JSON lines like pino's, where the platform collects what the console gets (Workers). */
export const consoleLog: Log = {
  debug: () => {},
  info: (fields, message) => console.log(line('info', fields, message)),
  warn: (fields, message) => console.warn(line('warn', fields, message)),
  error: (fields, message) => console.error(line('error', fields, message)),
};

function line(level: string, fields: object, message: string): string {
  return JSON.stringify({ level, time: Date.now(), ...fields, msg: message });
}
