import type { WordChange } from '#corpus/index.ts';
import type { View } from '../../view.ts';

interface WordDiffProps {
  readonly view: View;
  readonly words: readonly WordChange[];
  readonly language: string;
}

/** A text with the words that went struck out and those that came underlined; both are also said. */
export function WordDiff({ view, words, language }: WordDiffProps) {
  return (
    <blockquote class="diff" lang={language}>
      {words.map(({ kind, text }) => {
        if (kind === 'same') return text;
        const said = kind === 'removed' ? view.t.versionDiff.removed : view.t.versionDiff.added;
        const spoken = (
          <>
            <span class="spoken" lang={view.locale}>
              {said}{' '}
            </span>
            {text}
            <span class="spoken">{view.t.versionDiff.end}</span>
          </>
        );
        return kind === 'removed' ? <del>{spoken}</del> : <ins>{spoken}</ins>;
      })}
    </blockquote>
  );
}
