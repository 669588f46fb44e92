import type { Problem } from '../errors.ts';
import { loadedWords } from '../schemas/prose-words.ts';
import { readYamlList } from '../yaml.ts';
import type { ContentPassage } from './content-passages.ts';
import { lineAt } from './number-lint/passages.ts';

const FILE = 'content/loaded-words.yaml';

/** Fields and files in which others speak: judgements and claims, names and spellings. */
const VOICES_OF_OTHERS =
  /(?:^|\.)(?:claim|judgement|wording|abbreviation|other_names|forms|term|name|name_alt|publisher)(?:\.|$)/;
const FILES_OF_OTHERS = ['content/assessments.csv', FILE];

const QUOTED = /“[^”]*”|‘[^’]*(?:’\p{L}[^’]*)*’|"[^"]*"/gu;
/** Verbs of a sentence that says who used the word. */
const NAMED_BY = /\b(?:call|describ|label|brand|design|list|declar|denounc)\w*\b/iu;
const SENTENCE_END = /[.!?:;](?=\s|$)/gu;

/**
 * Reports words that take a side, where this site speaks in its own voice: not in quotation marks, in a name, or after who used them.
 * @param passages Words of the content.
 */
export function findLoadedWords(root: string, passages: readonly ContentPassage[]): Problem[] {
  const problems: Problem[] = [];
  const entries = readYamlList(root, FILE, loadedWords, problems);
  const instead = new Map(entries.flatMap((entry) => entry.words.map((word) => [word.toLowerCase(), entry.instead])));
  if (instead.size === 0) return problems;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}-])(?:${[...instead.keys()].join('|')})(?![\\p{L}\\p{M}]|-\\p{L})`,
    'giu',
  );
  const own = passages.filter(
    ({ file, field }) => !FILES_OF_OTHERS.includes(file) && !VOICES_OF_OTHERS.test(field ?? ''),
  );
  for (const passage of own) {
    const { file, field, text } = passage;
    const said = text.replace(QUOTED, (quotation) => ' '.repeat(quotation.length));
    for (const { 0: found, index } of said.matchAll(pattern)) {
      if (isPartOfName(said, found, index) || NAMED_BY.test(sentenceBefore(said, index))) continue;
      const line = lineAt(passage, index);
      problems.push({
        file,
        ...(line === undefined ? {} : { line }),
        ...(field === undefined ? {} : { field }),
        found: `“${found}”, a word that takes a side`,
        expected: `${instead.get(found.toLowerCase())}; or the word in quotation marks, with who says so (${FILE})`,
      });
    }
  }
  return problems;
}

/** Returns true if a capitalised word stands between others: Ta’ang National Liberation Army. */
function isPartOfName(text: string, word: string, index: number): boolean {
  return (
    /^\p{Lu}/u.test(word) &&
    /\p{Lu}[\p{L}’-]*\s$/u.test(text.slice(0, index)) &&
    /^\s\p{Lu}/u.test(text.slice(index + word.length))
  );
}

function sentenceBefore(text: string, index: number): string {
  const before = text.slice(0, index);
  return before.slice([...before.matchAll(SENTENCE_END)].at(-1)?.index ?? 0);
}
