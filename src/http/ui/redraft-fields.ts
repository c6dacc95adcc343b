import {
  draftAudiences,
  draftLanguages,
  draftLengths,
  type RedraftInput,
} from '#drafting/index.ts';
import { ValidationError } from '#platform/errors.ts';
import { choiceOf, textOf } from './forms.ts';

/**
 * What a form asks a new draft to be: a variant that was shown carries its hash and the passages it is
 * out of follow from that, otherwise passages are chosen. @throws ValidationError
 */
export function redraftOf(form: FormData): Omit<RedraftInput, 'claimId'> {
  const wanted = {
    audience: choiceOf(form, 'audience', draftAudiences),
    length: form.has('length') ? choiceOf(form, 'length', draftLengths) : undefined,
    language:
      textOf(form, 'language') === '' ? undefined : choiceOf(form, 'language', draftLanguages),
  };
  const contentSha256 = textOf(form, 'content_sha256');
  if (contentSha256 !== '') return { ...wanted, contentSha256 };
  const passageIds = form.getAll('passage').map(Number).filter(Number.isSafeInteger);
  if (passageIds.length === 0) {
    throw new ValidationError('no passage was chosen', { field: 'passages' });
  }
  return { ...wanted, passageIds };
}
