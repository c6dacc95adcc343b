/** Compares passages that came in force with the rest of the corpus; done in the room above. */
export const checkCorpusJob = 'check-corpus';
