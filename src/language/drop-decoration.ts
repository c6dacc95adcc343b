// Shared links are often glued to the word before them ("seehttps://…").
const ADDRESS = /(?:https?:\/\/|pic\.twitter\.com\/|(?<![\p{L}\p{N}])www\.)\S+/giu;
const ADDRESS_WITHOUT_SCHEME =
  /(?<![\p{L}\p{N}.-])(?:[a-z0-9-]{1,40}\.){1,4}(?:com|vn|net|org|info|gov|edu|io|me|ly|be|co|tv)\/\S*/giu;
// Emoji and picture signs; the letter-like ©, ®, ™ and ℹ stay.
const PICTURE =
  /[\p{Emoji_Presentation}\p{Emoji_Modifier}\p{Regional_Indicator}\uFE0F\u200D♡★☆♪♫■□▪●○◆►▶◀✦✧]|(?![©®™ℹ])\p{Extended_Pictographic}/gu;
// :)) =)) ;( :'( =]] but not "f(x)=(a+b)": nothing readable after it.
const FACE = /[:;=][-'^]?(?:\){1,40}|\({1,40}|\]{1,40}|\[{1,40})(?![\p{L}\p{N}()[\]])/gu;
// As words of their own, and not after a number: "tỉ số 2 :3", "5 <3".
const FACE_WORD =
  /(?<!\S)(?<!\d\s)(?:[:;=][-']?[DdpPvVoO3xX]|[xX]D|[TQ][_.][TQ]|[o0O][_.][o0O]|-[_.]{1,9}-|>[_.]{1,9}<|<3+(?=\s*(?:$|[.,!?<])))(?=\s|$|[.,!?])/gu;
const SIGNS = /[~^=<>|@]{2,}|_{2,}/gu;
const STARS = /[*`]+/gu;
const READABLE = /[\p{L}\p{N}]/u;
const REPEATED = /[!?]{2,}|,{2,}|;{2,}|(?<!\.)\.{2}(?!\.)|\.{4,}|…[.…]+/gu;

/**
 * What a post carries besides its words, as blanks: addresses of pages, emoji, emoticons, rows of
 * signs (~~~, ^^, ===) and the stars of *bold*; "!!!?" as "?", "....." as "…". Linear.
 */
export function dropDecoration(text: string): string {
  return text
    .replace(ADDRESS, ' ')
    .replace(ADDRESS_WITHOUT_SCHEME, ' ')
    .replace(PICTURE, ' ')
    .replace(FACE, ' ')
    .replace(FACE_WORD, ' ')
    .replace(SIGNS, ' ')
    .replace(STARS, dropStars)
    .replace(REPEATED, shorten);
}

/** Stars between two words or numbers can be a product (5*3) or a hidden letter; elsewhere they mark. */
function dropStars(stars: string, at: number, text: string): string {
  const isInside =
    READABLE.test(text.charAt(at - 1)) && READABLE.test(text.charAt(at + stars.length));
  return isInside ? stars : '';
}

function shorten(run: string): string {
  if (run.includes('?')) return '?';
  if (/[.…]/u.test(run)) return '…';
  return run.charAt(0);
}
