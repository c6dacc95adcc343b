import { type Command, Option } from 'commander';
import { type CorpusFound, type CorpusMatch, maxFound, searchCorpus } from '#retrieval/index.ts';
import { openSession, parsePositive, print, say } from './session.ts';

interface SearchOptions {
  asOf?: string;
  language?: string;
  topic?: string[];
  pillar?: 'party' | 'state' | 'people';
  classification?: 'citable' | 'internal';
  limit: string;
  json?: boolean;
}

/** `doichung corpus search`: what the corpus says, or said on a day. */
export function registerCorpusSearch(corpus: Command): void {
  corpus
    .command('search')
    .description('find the passages that answer a text, in force today or on a day')
    .argument('<text>')
    .option('--as-of <day>', 'what was in force on this day (YYYY-MM-DD)')
    .option('--language <code>', 'only passages in this language, such as vi')
    .option('--topic <topics...>', 'only documents with at least one of these topics')
    .addOption(
      new Option('--pillar <pillar>', 'only this pillar').choices(['party', 'state', 'people']),
    )
    .addOption(
      new Option('--classification <class>', 'only what may be quoted, or only guidance').choices([
        'citable',
        'internal',
      ]),
    )
    .option('--limit <n>', `passages, 1 to ${maxFound}`, String(maxFound))
    .option('--json', 'print the result as one line of JSON')
    .action(search);
}

async function search(query: string, options: SearchOptions): Promise<void> {
  await using ctx = await openSession();
  const found = await searchCorpus(ctx, {
    query,
    asOf: options.asOf,
    language: options.language,
    topics: options.topic,
    pillar: options.pillar,
    classification: options.classification,
    limit: parsePositive(options.limit, 'limit'),
  });
  if (options.json === true) return print(JSON.stringify(found));
  for (const match of found.matches) print(describe(match));
  say(summary(found));
}

function describe(match: CorpusMatch): string {
  const { document, headingPath, versionNumber, validFrom, endsOn, probability, text } = match;
  const place = [document.number ?? document.title, ...headingPath].join(' › ');
  const standing = `version ${versionNumber}, in force from ${validFrom}${endsOn === null ? '' : ` until before ${endsOn}`}`;
  const marks = [
    match.aboveThreshold ? 'counts' : 'below the threshold',
    ...(document.classification === 'internal' ? ['internal, never quoted'] : []),
  ];
  return `${probability.toFixed(2)} (${marks.join(', ')})  ${place}  [${standing}]\n      ${text.replaceAll(/\s+/gu, ' ')}`;
}

function summary({ matches, asOf, byMeaning }: CorpusFound): string {
  const how = byMeaning ? '' : '; words alone were compared';
  return `${matches.length} passages in force on ${asOf}${how}`;
}
