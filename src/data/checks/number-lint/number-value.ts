const WORDS = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  'twenty thirty forty fifty sixty seventy eighty ninety',
].map((line) => line.split(' ')) as [string[], string[]];

const VALUES = new Map<string, number>([
  ...WORDS[0].map((word, index) => [word, index] as const),
  ...WORDS[1].map((word, index) => [word, (index + 2) * 10] as const),
]);

const SCALES = new Map([
  ['dozen', 12],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
]);

/**
 * Reads the numbers that a finding of `findNumbers` stands for: `660,000`, `2.6 million`, `two hundred and twenty-one`, both ends of `18–45`.
 * @returns No number for words that name none, such as `thousands` or `half`.
 */
export function numberValues(found: string): number[] {
  return found.split(/(?<=\p{N})\s?[–—-]\s?(?=\p{N})/u).flatMap((part) => numberValue(part) ?? []);
}

function numberValue(text: string): number | null {
  const parts =
    text
      .toLowerCase()
      .replace(/(?<=\d),(?=\d{3})/g, '')
      .match(/\d+(?:\.\d+)?|\p{L}+/gu) ?? [];
  let total = 0;
  let current: number | null = null;
  let hasNumber = false;
  for (const part of parts) {
    const value = /^\d/.test(part) ? Number(part) : VALUES.get(part);
    const scale = SCALES.get(part);
    if (value !== undefined) current = (current ?? 0) + value;
    else if (part === 'hundred') current = (current ?? 1) * 100;
    else if (scale !== undefined) {
      total += (current ?? 1) * scale;
      current = null;
    } else if (/^(?:tens|dozens|hundreds|thousands|millions|billions|lakhs|crores)$/.test(part)) return null;
    else continue;
    hasNumber = true;
  }
  // Sums such as 0.66 × 1,000,000 are not whole in binary fractions.
  return hasNumber ? Number((total + (current ?? 0)).toFixed(4)) : null;
}
