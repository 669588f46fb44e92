/** Counts the letters to add, drop, change or swap with the next one to make one text of the other. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}

/** Finds the known word that a text is probably a slip of: two letters apart at most, one in a short word; none for a word of under four letters, and none where only digits differ. */
export function nearMiss(text: string, known: Iterable<string>): string | undefined {
  const [plain, limit] = [text.toLowerCase(), text.length < 8 ? 1 : 2];
  const letters = (word: string) => word.replace(/\d+/g, '#');
  if (text.length < 4) return undefined;
  return [...known]
    .filter((word) => word !== text && letters(word) !== letters(text) && Math.abs(word.length - text.length) <= limit)
    .map((word) => ({ word, distance: editDistance(plain, word.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)[0]?.word;
}
