import type { Term } from '../../data/schemas/term.ts';

/** Returns true if words are a form of a term, a part of one, or hold one: `scam centres`, `Wa`, `Light Infantry Division 99`. */
export function areWordsOf(term: Term, words: string): boolean {
  const said = plain(words);
  const forms = [term.term, term.expansion, ...term.forms].filter((form) => form !== null).map(plain);
  return forms.some((form) => form.includes(said) || said.includes(form));
}

/** Writes words between spaces in small letters, without plurals, so that only whole ones are found in each other. */
function plain(words: string): string {
  const bare =
    words
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return ` ${bare.map((word) => word.replace(/(?<=..)s$/, '')).join(' ')} `;
}
