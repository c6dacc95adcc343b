import { createApi } from './api/index.ts';

/** The contract as committed in openapi.json; the same for the same version and code. */
export function openApiDocument(version: string): object {
  return createApi(version).getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Đối Chứng',
      version,
      description:
        'Answers false claims with sources, after human review, and never otherwise. Offsets are Unicode code points. Errors are application/problem+json (RFC 9457). Unknown and repeated keys are refused.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    tags: [
      { name: 'posts', description: 'Texts submitted for checking.' },
      { name: 'drafting', description: 'Response decisions, outcomes and drafts.' },
      { name: 'review', description: 'Two people who had no part in a draft decide on it.' },
      { name: 'approvals', description: 'Answers two people approved.' },
      { name: 'corpus', description: 'Official positions that can be cited.' },
      { name: 'identity', description: 'Keys and roles.' },
      { name: 'health', description: 'For whoever runs the service.' },
    ],
  });
}
