/** SQLSTATEs of a server that goes away, or refuses work it would accept later. */
const passing = /^(08...|57P0[123]|40001|40P01|53[0-9A-Z]{3}|55P03)$/;
const socketCodes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'];
/** What pg says without a code. */
const messages =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|The database connection is not open|Network connection lost|proxy request failed)/i;

/** Whether the database was not reached, or will answer when asked again. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return passing.test(code) || socketCodes.includes(code) || messages.test(error.message);
}
