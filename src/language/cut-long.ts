const CLAUSE_BREAKS = [/[;；]\s*/g, /[,:，、：][\s]*|\s[–—-]\s/g, /\s+/g];

/**
 * Cuts the UTF-16 range `[from, to)` into pieces of at most `maxUnits` UTF-16 units that cover it
 * without gaps: at semicolons, else commas, colons and dashes, else spaces, else anywhere but inside
 * a surrogate pair. A range that fits is returned whole.
 */
export function cutLong(
  text: string,
  from: number,
  to: number,
  maxUnits: number,
): Array<[number, number]> {
  const pieces: Array<[number, number]> = [];
  let start = from;
  while (to - start > maxUnits) {
    const cut = findCut(text, start, start + maxUnits);
    pieces.push([start, cut]);
    start = cut;
  }
  pieces.push([start, to]);
  return pieces;
}

function findCut(text: string, start: number, limit: number): number {
  const window = text.slice(start, limit);
  const least = Math.floor(window.length / 3);
  for (const pattern of CLAUSE_BREAKS) {
    let best = -1;
    for (const match of window.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (end >= least && !isBetweenDigits(window, match.index, end)) best = end;
    }
    if (best > 0) return start + best;
  }
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1));
  return splitsPair && limit - 1 > start ? limit - 1 : limit;
}

/** 2,5 and 1,000 are one number. */
function isBetweenDigits(window: string, index: number, end: number): boolean {
  return end === index + 1 && /\d/.test(window.charAt(index - 1)) && /\d/.test(window.charAt(end));
}
