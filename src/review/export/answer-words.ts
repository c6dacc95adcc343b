interface AnswerWords {
  readonly sources: string;
  readonly approved: string;
  readonly by: string;
  readonly hash: string;
  readonly since: string;
  readonly fact: string;
  /** A stance is somebody's: whose is said beside it. */
  stance(issuer: string | null): string;
  /** The finding of a claim review: the lowest value of its scale. */
  readonly contradicted: string;
  readonly explanation: string;
}

const en: AnswerWords = {
  sources: 'Sources',
  approved: 'Approved',
  by: 'Approved by',
  hash: 'Content hash',
  since: 'in force since',
  fact: 'Fact',
  stance: (issuer) => (issuer === null ? 'Stance of the issuer' : `Stance of ${issuer}`),
  contradicted: 'Contradicted by the sources cited',
  explanation: 'Two reviewers found that the cited passages, in force, say otherwise.',
};

const byLanguage: Readonly<Record<string, AnswerWords>> = {
  en,
  vi: {
    sources: 'Nguồn',
    approved: 'Phê duyệt',
    by: 'Người phê duyệt',
    hash: 'Mã băm nội dung',
    since: 'có hiệu lực từ',
    fact: 'Sự kiện',
    stance: (issuer) =>
      issuer === null ? 'Lập trường của bên ban hành' : `Lập trường của ${issuer}`,
    contradicted: 'Trái với các nguồn được trích dẫn',
    explanation: 'Hai người duyệt thấy các đoạn được trích dẫn, đang có hiệu lực, nói khác.',
  },
  fr: {
    sources: 'Sources',
    approved: 'Approbation',
    by: 'Approuvé par',
    hash: 'Empreinte du contenu',
    since: 'en vigueur depuis le',
    fact: 'Fait',
    stance: (issuer) => `Position de ${issuer ?? 'l’émetteur'}`,
    contradicted: 'Contredit par les sources citées',
    explanation:
      'Deux relecteurs ont constaté que les passages cités, en vigueur, disent autre chose.',
  },
  ru: {
    sources: 'Источники',
    approved: 'Утверждено',
    by: 'Утвердили',
    hash: 'Хеш содержания',
    since: 'действует с',
    fact: 'Факт',
    stance: (issuer) => (issuer === null ? 'Позиция издателя' : `Позиция: ${issuer}`),
    contradicted: 'Противоречит приведённым источникам',
    explanation: 'Два рецензента установили, что приведённые действующие тексты говорят иное.',
  },
  zh: {
    sources: '来源',
    approved: '批准',
    by: '批准人',
    hash: '内容哈希',
    since: '生效日期',
    fact: '事实',
    stance: (issuer) => `${issuer ?? '发布机构'}的立场`,
    contradicted: '与所引来源不符',
    explanation: '两名审核人认定，所引现行文本的表述与此不同。',
  },
};

/** The words around an answer in its own language. */
export function answerWords(language: string): AnswerWords {
  return byLanguage[language] ?? en;
}
