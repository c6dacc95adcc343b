import { AppError, ValidationErrors } from '#platform/errors.ts';
import { type PostInput, type PreparedPost, preparePost } from './prepare-post.ts';

/**
 * Prepares posts that are stored together or not at all.
 * @throws ValidationErrors naming every post at fault, e.g. `posts[3].text`; a single post's own error.
 */
export async function preparePosts(inputs: readonly PostInput[]): Promise<PreparedPost[]> {
  const errors: AppError[] = [];
  const prepared: PreparedPost[] = [];
  for (const [index, input] of inputs.entries()) {
    try {
      prepared.push(await preparePost(input, `posts[${index}].`));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      errors.push(error);
    }
  }
  const [first, ...others] = errors;
  if (first !== undefined) throw new ValidationErrors([first, ...others]);
  return prepared;
}
