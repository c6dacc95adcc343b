import type { DraftVariant } from '#drafting/index.ts';

/** A variant for reading: its form, then each sentence with its role and the places it cites. */
export function renderVariant({ audience, length, language, ...made }: DraftVariant): string {
  const form = `[${language} · ${audience} · ${length}]`;
  const { draft, gap, characters } = made;
  if (draft === null) return `${form} no draft: ${gap ?? ''}`;
  const findings = draft.lint.findings.map(({ rule, code }) => `${rule} ${code}`);
  return [
    `${form} ${characters ?? 0} characters`,
    ...[{ ...draft.headline, role: 'HEADLINE' }, ...draft.sentences].flatMap(
      ({ role, text, citations }) => [
        `  ${role.padEnd(8)} ${text}`,
        ...citations.map(
          ({ versionId, start, end }) => `${' '.repeat(11)}↳ version ${versionId} ${start}–${end}`,
        ),
      ],
    ),
    ...(findings.length === 0 ? [] : [`  findings: ${findings.join(', ')}`]),
  ].join('\n');
}
