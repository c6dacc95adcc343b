import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { openApiDocument } from '#http/openapi.ts';
import { describeDifference, generatedFiles } from '../../scripts/generate.ts';

describe('generated files', () => {
  test.each([...generatedFiles()])('%s is what the code makes', async (path, made) => {
    const committed = await readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
    expect(describeDifference(path, committed, made)).toBeNull();
  });

  test('a difference names file, line and both texts', () => {
    const difference = describeDifference('openapi.json', 'a\nb\n', 'a\nc\n');
    expect(difference).toContain('openapi.json:2');
    expect(difference).toMatch(/committed: b[^]*made now: {2}c/);
  });
});

test('the contract says nothing of authors', () => {
  const contract = JSON.stringify(openApiDocument('1'));
  expect(contract.match(/"author\w*"|"handle"|"profile"|"user_name"/g)).toBeNull();
});
