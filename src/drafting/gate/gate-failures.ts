/** Why a sentence may not stay in a draft; the names reviewers and evaluations see. */
export type GateFailure =
  /** The quote is not in the canonical text at its offsets, or names a passage outside the set. */
  | 'fabricated'
  /** The quote joins text from several places. */
  | 'stitched'
  /** The quote is real but the version, document, article or passage named for it is another. */
  | 'misattributed'
  /** Not approved, or not in force on the as-of date. */
  | 'not_in_force'
  | 'not_citable'
  /** Text outside the quote gives a number, date or name that its source does not. */
  | 'number_mismatch'
  | 'date_mismatch'
  | 'name_mismatch'
  /** A negation was added around the quote or cut off it. */
  | 'negation_flip'
  /** A quantifier, limit or condition was added around the quote or cut off it. */
  | 'quantifier_shift'
  /** Says something that no quote says. */
  | 'unsupported_sentence'
  | 'restates_myth'
  /** Speaks of a person, an intent or an insult. */
  | 'person_directed'
  /** Answers a claim that is opinion, criticism, question or the like. */
  | 'answers_opinion';
