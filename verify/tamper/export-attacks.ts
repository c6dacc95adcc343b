import type { Checkpoint } from '#audit/index.ts';
import { checkpointText, type InstallationKey } from '#audit/index.ts';

/** What somebody who carries an export, or its checkpoints, makes of them. */
export interface ExportAttack {
  readonly name: string;
  tamper(given: GivenExport): GivenExport | Promise<GivenExport>;
}

export interface GivenExport {
  readonly text: string;
  readonly checkpoints: readonly Checkpoint[];
}

const lines = (change: (lines: string[]) => string[]): ExportAttack['tamper'] => {
  return ({ text, checkpoints }) => ({
    text: `${change(text.trimEnd().split('\n')).join('\n')}\n`,
    checkpoints,
  });
};
const texts = (change: (text: string) => string): ExportAttack['tamper'] => {
  return ({ text, checkpoints }) => ({ text: change(text), checkpoints });
};
const signed = (
  change: (one: Checkpoint, other: Checkpoint) => Checkpoint,
): ExportAttack['tamper'] => {
  return ({ text, checkpoints }) => {
    const [one, other] = checkpoints as [Checkpoint, Checkpoint];
    return { text, checkpoints: [change(one, other)] };
  };
};

/** One bit of a byte at `share` (0 to 1) of the text. */
function flipAt(text: string, share: number): string {
  const bytes = Buffer.from(text);
  const index = Math.floor(share * (bytes.length - 1));
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  return bytes.toString();
}

const flips = 200;

export function exportAttacks(other: InstallationKey): readonly ExportAttack[] {
  return [
    ...Array.from({ length: flips }, (_, index) => ({
      name: `one bit flipped (${flips} places)`,
      tamper: texts((text) => flipAt(text, index / (flips - 1))),
    })),
    { name: 'a line edited', tamper: texts((text) => text.replace('"n":7', '"n":8')) },
    { name: 'a space added', tamper: texts((text) => text.replace('{"', '{ "')) },
    { name: 'a line removed', tamper: lines((all) => all.toSpliced(5, 1)) },
    { name: 'the first line removed', tamper: lines((all) => all.slice(1)) },
    { name: 'a line repeated', tamper: lines((all) => all.toSpliced(5, 0, all[5] ?? '')) },
    { name: 'an empty line', tamper: lines((all) => all.toSpliced(5, 0, '')) },
    {
      name: 'two lines swapped',
      tamper: lines((all) => all.toSpliced(5, 2, all[6] ?? '', all[5] ?? '')),
    },
    { name: 'the end removed', tamper: lines((all) => all.slice(0, 10)) },
    { name: 'the last newline removed', tamper: texts((text) => text.slice(0, -1)) },
    { name: 'the last line cut off', tamper: texts((text) => text.slice(0, -30)) },
    { name: 'nothing left', tamper: texts(() => '') },
    {
      name: 'a checkpoint said to be of another event',
      tamper: signed((one, other) => ({ ...other, seq: one.seq })),
    },
    {
      name: 'a checkpoint with another’s signature',
      tamper: signed((one, other) => ({ ...one, signature: other.signature })),
    },
    {
      name: 'a checkpoint with another root',
      tamper: signed((one, other) => ({ ...one, root: other.root })),
    },
    {
      name: 'a checkpoint dated back',
      tamper: signed((one) => ({ ...one, signed_at: '2020-01-01T00:00:00.000Z' })),
    },
    {
      name: 'a checkpoint that names another key',
      tamper: signed((one) => ({ ...one, key_id: other.id, public_key: other.publicKey })),
    },
    {
      name: 'a checkpoint signed by another key',
      async tamper({ text, checkpoints }) {
        const { public_key: _key, signature: _signature, ...rest } = checkpoints[0] as Checkpoint;
        const unsigned = { ...rest, key_id: other.id };
        const signature = await other.sign(checkpointText(unsigned));
        return { text, checkpoints: [{ ...unsigned, public_key: other.publicKey, signature }] };
      },
    },
  ];
}
