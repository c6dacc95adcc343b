import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { ValidationError } from '#platform/errors.ts';

/**
 * A password from standard input, or typed twice at the terminal, which shows nothing of it.
 * @throws ValidationError when there is no terminal to ask at, or the two differ.
 */
export async function readPassword(options: { passwordStdin?: boolean }): Promise<string> {
  if (options.passwordStdin === true) return readFirstLine();
  if (!process.stdin.isTTY) {
    throw new ValidationError('there is no terminal to ask for the password at', {
      field: '--password-stdin',
      remedy: 'Pass --password-stdin and write the password to standard input.',
    });
  }
  const [password, again] = await askSilently(['Password: ', 'Once more: ']);
  if (password === again) return password ?? '';
  throw new ValidationError('the two passwords differ', { field: 'password' });
}

async function readFirstLine(): Promise<string> {
  process.stdin.setEncoding('utf8');
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  return text.split(/\r?\n/, 1)[0] ?? '';
}

/** The terminal echoes through readline's output, and this one keeps nothing. */
async function askSilently(questions: readonly string[]): Promise<string[]> {
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  const answers: string[] = [];
  try {
    for (const question of questions) {
      process.stderr.write(question);
      answers.push(await new Promise((resolve) => terminal.question('', resolve)));
      process.stderr.write('\n');
    }
  } finally {
    terminal.close();
  }
  return answers;
}
