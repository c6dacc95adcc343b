import { type Command, Option } from 'commander';
import type { DocumentInput } from '#corpus/document-input.ts';
import { parseDay } from './parse-day.ts';

export interface GivenOptions {
  issuer?: string;
  number?: string;
  kind?: DocumentInput['kind'];
  language?: string;
  pillar?: NonNullable<DocumentInput['pillar']>;
  topic?: string[];
  internal?: boolean;
  issuedOn?: string;
  validFrom?: string;
  validTo?: string;
  recheckBy?: string;
  supersedes?: string[];
}

const kinds = ['statement', 'law', 'declaration', 'fact_sheet', 'other'];

/** Options that say something of every document of the files. */
export function addGivenOptions(command: Command): Command {
  return command
    .option('--issuer <name>', 'who issued all of them')
    .option('--number <number>', 'their number, such as 01/2026/QĐ-GĐ')
    .addOption(new Option('--kind <kind>').choices(kinds))
    .option('--language <code>', 'such as vi; detected when left out')
    .addOption(new Option('--pillar <pillar>').choices(['party', 'state', 'people']))
    .option('--topic <topics...>')
    .option('--internal', 'guidance that steers people and is never quoted')
    .option('--issued-on <day>', 'YYYY-MM-DD')
    .option('--valid-from <day>', 'first day in force')
    .option('--valid-to <day>', 'first day out of force')
    .option('--recheck-by <day>', 'when to hold them against their source again')
    .option('--supersedes <keys...>', 'documents they take the place of');
}

/** What the options say, and nothing of what they leave out. @throws ValidationError naming the option. */
export function givenBy(options: GivenOptions): Partial<Omit<DocumentInput, 'text'>> {
  const { topic, internal, issuedOn, validFrom, validTo, recheckBy } = options;
  const day = (raw: string | undefined, option: string): string | undefined =>
    raw === undefined ? undefined : parseDay(raw, option);
  const given = {
    issuer: options.issuer,
    number: options.number,
    kind: options.kind,
    language: options.language,
    pillar: options.pillar,
    topics: topic,
    citable: internal === true ? false : undefined,
    issued_on: day(issuedOn, 'issued-on'),
    valid_from: day(validFrom, 'valid-from'),
    valid_to: day(validTo, 'valid-to'),
    recheck_by: day(recheckBy, 'recheck-by'),
    supersedes: options.supersedes,
  };
  const named = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as Partial<Omit<DocumentInput, 'text'>>;
}
