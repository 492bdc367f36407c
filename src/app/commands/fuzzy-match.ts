/**
 * Finds what somebody means who types a few letters: every word of the query
 * must occur, best at the start of a word, else inside one, else with letters
 * left out. Accents and capitals do not count. Other names of the same thing count
 * less than its own, and only from the start of a word.
 */

const startOfWord = 4;
const insideWord = 2;
const startOfOtherName = 1;
const scattered = 0.5;

export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a text, as a query is compared with them. */
export function plainWords(text: string): string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/**
 * How well `text` answers `query`: more is better, 0 not at all. Everything answers an empty query alike.
 * `otherWords` are plain words of other names.
 */
export function matchScore(
  query: string,
  text: string,
  otherWords: readonly string[] = [],
): number {
  const wanted = plain(query)
    .split(/[\s,.;:]+/)
    .filter(Boolean);
  const given = plain(text);
  let total = 1;
  for (const word of wanted) {
    const isOther = otherWords.some((other) => other.startsWith(word));
    const score = Math.max(wordScore(word, given), isOther ? startOfOtherName : 0);
    if (score === 0) return 0;
    total += score * word.length;
  }
  // Of two that match alike, the shorter one says less that was not asked for.
  return total + 1 / (1 + given.length);
}

function wordScore(word: string, text: string): number {
  const at = text.indexOf(word);
  if (at < 0) return isScatteredIn(word, text) ? scattered : 0;
  const starts = text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word));
  return starts ? startOfWord : insideWord;
}

/** Letters in order within one word of the text, from its first letter on. */
function isScatteredIn(word: string, text: string): boolean {
  if (word.length < 2) return false;
  return text.split(/[^\p{L}\p{N}]+/u).some((part) => {
    if (part[0] !== word[0]) return false;
    let next = 0;
    for (const letter of part) if (letter === word[next]) next += 1;
    return next === word.length;
  });
}
