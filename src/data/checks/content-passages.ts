import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../ledger.ts';
import type { Located } from '../csv.ts';
import { readMdx } from '../mdx.ts';
import { RECORD_FOLDER } from '../record.ts';
import { SECTIONS_FOLDER } from '../sections.ts';
import { readYamlText } from '../yaml-text.ts';
import { appendText, emptyPassage, mdxPassages, type Passage, yamlPassages } from './number-lint/passages.ts';

/** Stretch of words in a content file. */
export interface ContentPassage extends Passage {
  file: string;
}

/** Files whose words are records or lists of names: they say what was, or quote others. */
const NOT_READ = ['changes', 'loaded-words', 'numbered-names', 'promises'].map((name) => `content/${name}.yaml`);

/** Cells that hold one value, not words, although they may look like some. */
const NOT_WORDS = /^(?:file|id|slug|unit|published|url|pcode|precision|phase|.*_ids?|.*_on|.*_seen)$/;

/** Lists all words of content in which a number or a name may stand: sections and their records, cards, and the words in rows. Titles and notes of sources are quotations, and are left out. */
export function contentPassages(root: string, ledger: Ledger): ContentPassage[] {
  return [...proseAndCards(root), ...rowPassages(ledger)];
}

/** Lists the words of sections, of their records and of YAML files. */
function proseAndCards(root: string): ContentPassage[] {
  const prose = [SECTIONS_FOLDER, RECORD_FOLDER]
    .flatMap((folder) => filesIn(root, folder, '.mdx'))
    .flatMap((file) => {
      // What cannot be parsed is reported by the check of the prose.
      const mdx = readMdx(root, file, []);
      return mdx ? mdxPassages(mdx).map((passage) => ({ ...passage, file })) : [];
    });
  const cards = ['content', 'content/data', 'content/figures']
    .flatMap((folder) => filesIn(root, folder, '.yaml'))
    .filter((file) => !NOT_READ.includes(file))
    .flatMap((file) => {
      const yaml = readYamlText(root, file, []);
      return yaml ? yamlPassages(yaml).map((passage) => ({ ...passage, file })) : [];
    });
  return [...prose, ...cards];
}

function rowPassages(ledger: Ledger): ContentPassage[] {
  const { observations, places, events, claims, terms, statements, assessments } = ledger;
  const rows: Located<object>[] = [observations, places, events, claims, terms, statements, assessments].flatMap(
    (kind) => [...(kind as Map<string, Located<object>>).values()],
  );
  return rows.flatMap((row) =>
    Object.entries(row).flatMap(([field, text]: [string, unknown]) => {
      if (typeof text !== 'string' || NOT_WORDS.test(field)) return [];
      const passage = emptyPassage(field);
      appendText(passage, text, '', row.line);
      return [{ ...passage, file: row.file }];
    }),
  );
}

function filesIn(root: string, folder: string, ending: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .sort();
}
