/** One break: `search` has to be in the file exactly once. */
export interface Mutation {
  readonly name: string;
  /** In the gate's folder. */
  readonly file: string;
  readonly search: string;
  readonly replace: string;
}

const never = 'if (false)';

function inFile(
  file: string,
  changes: ReadonlyArray<readonly [name: string, search: string, replace: string]>,
): Mutation[] {
  return changes.map(([name, search, replace]) => ({ name, file, search, replace }));
}

/** Breaks of every check: each failure by name, the structure, offsets, standing, omissions, the myth. */
export const mutations: readonly Mutation[] = [
  ...inFile('gate-citation.ts', [
    ['fabricated: a passage outside the set', "return ['fabricated'];", 'return [];'],
    ['fabricated: offsets in disorder', 'start < 0 || end <= start', 'false'],
    [
      'fabricated: a version without text',
      "if (found === null) return 'fabricated';",
      'if (found === null) return null;',
    ],
    [
      'fabricated: a quote that is not byte-equal',
      'found !== quote',
      'found.trim().length !== quote.trim().length',
    ],
    ['misattributed: another version', 'source.versionId !== citation.versionId', 'false'],
    ['misattributed: outside of the passage', 'start < source.start || end > source.end', 'false'],
    ['misattributed: real words elsewhere', "if (known(quote)) return 'misattributed';", ''],
    ['stitched: pieces of a quote', 'pieces.length > 1 &&', 'false &&'],
    ['not_in_force: status', "status !== 'approved' ||", ''],
    ['not_in_force: first day', 'validFrom <= asOf', 'true'],
    ['not_in_force: last day', 'asOf < endsOn', 'asOf <= endsOn'],
    ['not_citable', 'if (!citable)', never],
    ['too short a quote', '!isLongEnough(quote)', 'false'],
    ['omissions of a quote', 'if (cut !== null) return cut;', ''],
    ['lead-in of a list', 'if (lost !== null) return lost;', ''],
  ]),
  ...inFile('omissions.ts', [
    ['negation_flip: cut off', 'if (NEGATION.test(rest))', never],
    ['quantifier_shift: cut off', 'if (LIMIT.test(rest))', never],
    [
      'misattributed: the speaker cut off',
      'if (SPEAKER.test(rest) || SPEAKER.test(before))',
      never,
    ],
    ['half a clause', 'OPENING.test(opening) && CLOSING.test(ending)', 'true'],
    ['where a clause begins', 'OPENING.test(opening) &&', ''],
  ]),
  ...inFile('gate-sentence.ts', [
    ['stitched: two passages', 'if (more.length > 0)', never],
    [
      'unsupported_sentence: no citation',
      "isJoining(written) ? [] : ['unsupported_sentence']",
      'isJoining(written) ? [] : []',
    ],
    ['unsupported_sentence: reserved characters', 'RESERVED.test(text) ||', ''],
    ['fabricated: changed words in marks', 'if (invented.length > 0)', never],
    [
      'unsupported_sentence: own wording',
      'failures.push(...nameFaults({ own, citations, claims, others }));',
      '',
    ],
    ['misattributed: no name for a quote', 'marked.quoted.length > 0 ||', ''],
    ['misattributed: a stance without a name', "natureOf(quote) === 'stance'", 'false'],
    [
      'person_directed: in carried wording',
      "if (isPersonDirected(own)) failures.push('person_directed');",
      '',
    ],
  ]),
  ...inFile('name-faults.ts', [
    ['misattributed: another document', 'others.some((other) => names(own, other))', 'false'],
    ['misattributed: another article', 'PLACE.test(own) ||', ''],
    [
      'person_directed: own text',
      "if (isPersonDirected(own)) failures.add('person_directed');",
      '',
    ],
    [
      'restates_myth: own text',
      "if (repeatsClaim(own, claims)) failures.add('restates_myth');",
      '',
    ],
    [
      'stitched: words of two sentences',
      "if (isStitched(own, citations)) failures.add('stitched');",
      '',
    ],
    ['number_mismatch: value', 'fold(a.text) !== fold(b.text)', 'false'],
    ['number_mismatch: unit', 'a.written === b.written &&', ''],
    [
      'date_mismatch',
      "value.kind === 'date' ? 'date_mismatch' : 'number_mismatch'",
      "'number_mismatch'",
    ],
    ['name_mismatch', "if (unknown) failures.add('name_mismatch');", ''],
    ['negation_flip: added', 'negations > before ||', ''],
    ['quantifier_shift: added', 'added || lone ||', ''],
    [
      'unsupported_sentence: a warning of one’s own',
      'if (WARNINGS.has(plain(text))) return [];',
      'return [];',
    ],
  ]),
  ...inFile('own-wording.ts', [
    ['a citation nothing uses', 'at >= own.length && used === all', 'at >= own.length'],
    [
      'a clause beside another quote',
      'const fits = !state.own || state.says === number;',
      'const fits = true;',
    ],
    ['a second subject', 'const free = !state.sourced ||', 'const free = true ||'],
  ]),
  ...inFile('align-wording.ts', [
    ['wording that ends inside a clause', 'isBoundary(token) && isBoundary(quoted)', 'true'],
    [
      'wording that loses a condition',
      'if (ended && sentence.standsAlone(start, there))',
      'if (ended)',
    ],
    [
      'words left out anywhere',
      'const behind = glossEnd(sentence.tokens, there);',
      'const behind = there + 1;',
    ],
    ['a gloss that limits', "LOSS.test(inner.join(' ')) ? null : close + 1", 'close + 1'],
    ['diacritics', '(plain && a === fold(b))', 'fold(a) === fold(b)'],
  ]),
  ...inFile('list-lead-in.ts', [
    ['a ban above a list', "if (hasNegation(line)) return 'negation_flip';", ''],
    ['a title that forbids', 'DENYING_TITLE.test(line)', 'false'],
  ]),
  ...inFile('neutralise.ts', [
    ['links', ".replace(LINK, ' ')", ''],
    ['invisible characters', ".replace(UNSEEN, '')", ''],
  ]),
  ...inFile('gate-myth.ts', [
    ['answers_opinion: a myth', 'found.checkable ? failures :', 'true ? failures :'],
    ['a myth with a link', 'hasAddress(text) ||', ''],
    ['a myth that tells a machine what to do', '|| INSTRUCTION.test(fold(text))', ''],
    ['a myth without its negation', '&& !hasNegation(clean.slice(0, first.start))', ''],
    ['a myth in other words', 'tokens[at + index]?.key === word', 'true'],
  ]),
  ...inFile('person-directed.ts', [['handles', '|@[\\\\p{L}\\\\p{N}_]', '']]),
  ...inFile('refers-back.ts', [
    ['a pointer at nothing', 'citations.every((citation) => isGiven(citation, before))', 'true'],
  ]),
  ...inFile('gate.ts', [
    ['restates_myth: a second myth', 'if (secondMyth)', never],
    ['headline_dropped', "if (!headlineStands) reasons.unshift('headline_dropped');", ''],
    ['a headline that is no fact', "&& headline.role === 'FACT'", ''],
    ['no_claim', "if (claims.length === 0) reasons.unshift('no_claim');", ''],
    ['answers_opinion: the draft', "reasons.unshift('answers_opinion')", 'reasons.length'],
    ['first_not_fact', "if (roles[0] !== 'FACT')", never],
    ['last_not_fact', "if (roles.at(-1) !== 'FACT')", never],
    ['not_one_myth', "if (count('MYTH') !== 1)", never],
    ['myth_without_warning', "roles[index - 1] !== 'WARNING'", 'false'],
    ['no_why', "if (count('WHY') === 0)", never],
    ['too_few_facts', "count('FACT') <= count('MYTH')", "count('FACT') < count('MYTH')"],
  ]),
];
