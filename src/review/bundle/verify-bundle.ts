import { idOfPublicKey, isSignedBy } from '#audit/index.ts';
import { canonicalJson } from '#platform/hash.ts';
import { type Check, type CheckName, checkNames, Problems } from './check.ts';
import {
  checkContent,
  checkInForce,
  checkLabels,
  checkQuotes,
  checkTexts,
} from './check-content.ts';
import { checkClaim, checkEverySentence, checkTwoPeople } from './check-people.ts';
import { checkCheckpoint, checkInclusion, checkTrail } from './check-trail.ts';
import { EvidenceBundle, signedText } from './format.ts';

export interface BundleVerdict {
  readonly ok: boolean;
  readonly checks: ReadonlyArray<{
    readonly name: CheckName;
    readonly problems: readonly string[];
  }>;
  /** Null when the file is no bundle. */
  readonly bundle: EvidenceBundle | null;
  /** Whether the key is the one the reader named; null: none was named, so whose it is remains open. */
  readonly keyKnown: boolean | null;
}

/** A bundle as it is handed out: canonical JSON, so that one document has one form. */
export function writeBundle(bundle: EvidenceBundle): string {
  return `${canonicalJson(bundle)}\n`;
}

/**
 * Checks the text of a bundle with nothing but itself: no database, no network. A bundle proves that
 * whoever holds its key says so; `key` (a public key in base64, or its id) is what the reader knows to be
 * the installation's. Never throws. Pure.
 */
export async function verifyBundle(
  text: string,
  { key = null }: { key?: string | null } = {},
): Promise<BundleVerdict> {
  const { bundle, problems } = parse(text);
  if (bundle === null) {
    return { ok: false, checks: [{ name: 'form', problems }], bundle: null, keyKnown: null };
  }
  const run: Readonly<Record<CheckName, Check>> = {
    form: () => problems,
    key: (bundle) => checkKey(bundle, key),
    signature: async (bundle) => {
      const signed = await isSignedBy(bundle.key.public_key, signedText(bundle), bundle.signature);
      return signed ? [] : ['the signature is not by this key over this content'];
    },
    content: checkContent,
    texts: checkTexts,
    quotes: checkQuotes,
    labels: checkLabels,
    in_force: checkInForce,
    claim: checkClaim,
    two_people: checkTwoPeople,
    every_sentence: checkEverySentence,
    checkpoint: checkCheckpoint,
    inclusion: checkInclusion,
    trail: checkTrail,
  };
  const checks = [];
  for (const name of checkNames) checks.push({ name, problems: await run[name](bundle) });
  return {
    ok: checks.every((check) => check.problems.length === 0),
    checks,
    bundle,
    keyKnown: key === null ? null : isNamed(bundle, key),
  };
}

function parse(text: string): { bundle: EvidenceBundle | null; problems: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { bundle: null, problems: ['it is no JSON'] };
  }
  const parsed = EvidenceBundle.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'it'}: ${message}`,
    );
    return { bundle: null, problems };
  }
  // A key given twice, or a number written otherwise, would be read differently by others.
  const same = isCanonical(text, value);
  return { bundle: parsed.data, problems: same ? [] : ['it is not written in its canonical form'] };
}

function isCanonical(text: string, value: unknown): boolean {
  try {
    return text.replace(/\n$/, '') === canonicalJson(value);
  } catch {
    return false;
  }
}

async function checkKey(bundle: EvidenceBundle, key: string | null): Promise<string[]> {
  const problems = new Problems();
  const { id, public_key: publicKey } = bundle.key;
  const ownId = await idOfPublicKey(publicKey).catch(() => null);
  problems.expect(ownId === id, 'the id is not that of the key');
  problems.expect(
    key === null || isNamed(bundle, key),
    `it is signed by another key (${id}) than the one you named`,
  );
  return problems.found;
}

function isNamed({ key: { id, public_key: publicKey } }: EvidenceBundle, key: string): boolean {
  return key === id || key === publicKey;
}
