import type { viModel } from './vi-model.ts';

/** What is said of a language model's part in a draft. */
export const enModel: typeof viModel = {
  model: {
    madeWith: (model, prompt) => `language model ${model}, prompt ${prompt}`,
    failed: (reason) =>
      `The language model could not be used: ${reason}; these are arranged quotes.`,
    waiting:
      'The language model is drafting; these are arranged quotes. If you edit them, its draft will not be stored.',
    failures: {
      timeout: 'no answer in time',
      no_connection: 'no connection',
      rate_limited: 'the provider limits the number of requests',
      key_refused: 'the key was refused',
      bad_status: 'the provider reported an error',
      refused: 'the model refused to answer',
      cut_short: 'the answer was cut short',
      too_large: 'the answer was too large',
      empty: 'the answer was empty',
      not_json: 'the answer was not JSON',
      wrong_schema: 'the answer did not fit the schema',
      circuit_open: 'it failed too often in a row to be asked now',
      no_sources: 'no passage can be quoted',
      over_draft_budget: 'the passages are longer than one draft may take',
      over_length: 'the quotes are too long for a short draft',
      nothing_arranged: 'the model found no quote that answers the claim',
      gate_refused: 'what the model answered did not pass the check of quotes',
      stray_quote: 'the model quoted a sentence that does not speak to this claim',
      budget_spent: "today's budget is used up",
      instructions_found:
        'the post holds instructions to a machine, so it was not sent to the model',
      overtaken: 'a person drafted meanwhile',
      sources_changed: 'a source changed meanwhile',
      interrupted: 'the process was interrupted',
      unexpected: 'an unexpected error',
    },
  },
};
