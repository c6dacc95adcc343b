import { foldInPlace } from './checkability-text.ts';

// People who ask whether a rumour is true pass the rumour on.
const HEARSAY =
  /(?<![\p{L}\p{N}])(?:nghe (?:noi|don|bao|ke|dau|phong thanh)|co tin|tin don|don (?:la|rang|nhau)|(?:nguoi ta|tui no|ho|hang xom|ban|thay|co|me|bo|ba|anh|chi|chu|bac|ong) (?:noi|bao|ke|don|khang dinh) (?:la|rang)|tren mang (?:noi|bao|don|ghi)|bao (?:noi|dang|viet)|(?:heard|read|was told|been told|told me|they say|people say|says here|rumou?r has it)(?: that)?)(?![\p{L}\p{N}])/u;
const TAG =
  /[\s,.;–-]*(?<![\p{L}\p{N}])(?:(?:co )?(?:that|dung|phai|thiet|chuan|chinh xac)(?: su| vay| the)? (?:khong|hong|hok|hem|hum|ko|k|hk|ha|a|hay)(?:[\s,]+[\p{L}\p{N} ,]{1,24})?|(?:is|isn't) (?:that|it|this) (?:true|right|so|correct)|(?:true|right|really|correct|seriously)|anyone know if (?:that's|it's|this is) true)[\s?？!.]*$/u;
// "Why does nobody mention that …" takes what follows for granted.
const TAKEN_FOR_GRANTED = [
  /^(?:tai |vi )?sao (?:lai |cu )?(?:(?:khong|chang|chua) (?:thay )?ai (?:noi|nhac|ke|bao|de y)|(?:phai )?giau(?: nhem| giem)?(?: dan| chung ta| moi nguoi)?)(?: toi| ve| gi)*(?: viec| chuyen| rang| la| su that)+ /u,
  /^chang le /u,
  /^(?:cac )?(?:ban|bac|anh chi|moi nguoi|ba con) co tin (?:noi |duoc )?(?:khong|hong|ko)[\s,:]+/u,
  /^(?:who hid|who is hiding|why hide|why (?:does|did|do) (?:nobody|no one|they never) (?:mention|say|talk about|tell us)|how come (?:nobody|no one) (?:mentions|says|talks about)|did you know|can you believe)(?: about)?(?: the fact)?(?: that)? (?!why |how |what |who |where )/u,
];
const KNOWN = /[\s,]+(?:didn't|did) you know[\s?!]*$/u;
const LAST_PARTICLES = /[\s,]*(?:(?<![\p{L}\p{N}])(?:sao|nhi|ha|vay|the))?[\s?？!]*$/u;
const MIN_LETTERS = 16;

/**
 * The statement that a question passes on ("Nghe nói …, thật không?") or takes for granted ("Why does
 * nobody mention that …?"); null for a question that asks, however leading.
 */
export function statementInQuestion(text: string): string | null {
  const folded = foldInPlace(text).replaceAll('’', "'");
  if (folded.length !== text.length) return null;
  const tag = TAG.exec(folded);
  if (tag !== null && HEARSAY.test(folded.slice(0, tag.index)))
    return long(text.slice(0, tag.index));
  const known = KNOWN.exec(folded);
  if (known !== null) return long(text.slice(0, known.index));
  if (!/[?？][\s\p{P}\p{S}]*$/u.test(folded)) return null;
  for (const opening of TAKEN_FOR_GRANTED) {
    const found = opening.exec(folded);
    if (found === null) continue;
    const end = LAST_PARTICLES.exec(folded)?.index ?? folded.length;
    return long(text.slice(found[0].length, end));
  }
  return null;
}

function long(statement: string): string | null {
  const trimmed = statement.trim();
  return trimmed.length >= MIN_LETTERS ? trimmed : null;
}
