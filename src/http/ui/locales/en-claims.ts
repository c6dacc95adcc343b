import type { viClaims } from './vi-claims.ts';

export const enClaims: typeof viClaims = {
  voice: {
    quoted: (words) => `The post quotes: “${words}”`,
    reported: (words) => `The post reports: “${words}”`,
    agrees: (kind, model, prompt) =>
      `A language model takes it for the same: ${kind} (${model}, prompt ${prompt}).`,
    disagrees: (kind, model, prompt) =>
      `A language model takes it for: ${kind} (${model}, prompt ${prompt}). The rules say otherwise; the outcome does not change.`,
  },
  instructions: {
    chip: 'Words to a machine',
    title: 'Words to a machine',
    inPost: (count) =>
      `The post has ${count} ${count === 1 ? 'place' : 'places'} written for a machine to read. They are shown, never obeyed.`,
    inPassage: 'The passage has words written for a machine to read; they are shown, never obeyed:',
    invisible: 'text that cannot be seen',
    kinds: {
      ignore_instructions: 'tells a machine to ignore its instructions',
      new_instructions: 'gives a machine new instructions',
      role_play: 'tells a machine to play a role',
      role_marker: 'poses as the system',
      reveal_prompt: 'asks for the prompt',
      dictated_output: 'dictates an answer',
      machine_addressed: 'speaks to a machine',
      hidden_comment: 'a hidden comment for a machine',
      hidden_text: 'hidden text',
      encoded_payload: 'encoded text',
    },
  },
};
