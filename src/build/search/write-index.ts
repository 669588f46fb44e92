import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { escapeHtml } from '../../site/html.ts';
import { SEARCH_FOLDER } from '../../site/addresses.ts';
import { userError } from '../user-error.ts';
import type { SearchRecord } from './records.ts';

/** Message of Pagefind when its program is not installed or does not start. */
const NO_PROGRAM = /^Failed to install either of|^Pagefind backend closed/;

/** Pagefind brings interfaces of its own, a worker that no page's policy would bind, and an engine for unknown languages; this site uses none of them. */
const NEEDED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|.*\.pf_(?:meta|index|fragment))$/;

/**
 * Writes the search index of a built site into its folder. One index holds names in all scripts: it is kept as English.
 * @throws UserError if the program of Pagefind is missing, which only an install can mend.
 */
export async function writeSearchIndex(folder: string, records: readonly SearchRecord[]): Promise<void> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'en', keepIndexUrl: true });
    if (!index) throw new Error(`search index: ${errors.join('; ')}`);
    // One after the other: the order decides how the index numbers its entries.
    for (const record of records) await add(index, record);
    const { files, errors: faults } = await index.getFiles();
    if (faults.length > 0) throw new Error(`search index: ${faults.join('; ')}`);
    for (const { path, content } of files.filter((file) => NEEDED.test(file.path))) {
      const target = join(folder, SEARCH_FOLDER, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  } catch (error) {
    throw error instanceof Error && NO_PROGRAM.test(error.message) ? noProgram() : error;
  } finally {
    await close();
  }
}

function noProgram(): Error {
  const machine = `${process.platform}-${process.arch}`;
  return userError(
    'pagefind',
    `no program for ${machine} that starts`,
    `the package @pagefind/${machine}, which npm ci brings unless it leaves out optional packages`,
  );
}

async function add(index: PagefindIndex, record: SearchRecord): Promise<void> {
  const { errors } = await index.addHTMLFile({ url: record.href, content: recordPage(record) });
  if (errors.length > 0) throw new Error(`search index, ${record.href}: ${errors.join('; ')}`);
}

/** Makes a small page of a record, the only form in which Pagefind weighs words. */
function recordPage({ title, kind, spellings, tied, weights, text }: SearchRecord): string {
  const meta = `<span data-pagefind-meta="title:${escapeHtml(title)}"></span><span data-pagefind-meta="kind:${escapeHtml(kind)}"></span>`;
  return `<!doctype html><html lang="en"><body>${meta}${weighedNames(spellings, tied, weights.name)}<p data-pagefind-weight="${weights.text}">${escapeHtml(text)}</p></body></html>`;
}

/**
 * Marks up the names of a record, each word of one with its share of the weight: a name that was typed whole counts in full, one
 * of which only a part was typed counts less. A word counts once, however many spellings hold it.
 */
export function weighedNames(spellings: readonly string[], tied: readonly string[], weight: number): string {
  const shares = new Map<string, number>();
  for (const words of [...spellings, ...tied].map(wordsIn)) {
    for (const word of words)
      shares.set(word.toLowerCase(), Math.max(shares.get(word.toLowerCase()) ?? 0, weight / words.length));
  }
  // Punctuation stands inside: between two spans Pagefind would set a space before it.
  const weighed = (spelling: string, end: string) =>
    wordsIn(spelling)
      .map((word, index, words) => {
        const share = shares.get(word.toLowerCase()) ?? 0;
        shares.set(word.toLowerCase(), 0);
        return `<span data-pagefind-weight="${share.toFixed(1)}">${escapeHtml(word)}${index === words.length - 1 ? end : ''}</span>`;
      })
      .join(' ');
  const listed = (names: readonly string[]) =>
    names.map((name, index) => weighed(name, index === names.length - 1 ? '.' : ',')).join(' ');
  const [main, ...others] = spellings;
  if (main === undefined) return '';
  const own = others.length === 0 ? weighed(main, '.') : `${weighed(main, ',')} also ${listed(others)}`;
  return `<p>${own}</p>${tied.length === 0 ? '' : `<p>Named with it: ${listed(tied)}</p>`}`;
}

function wordsIn(name: string): string[] {
  return name.split(/\s+/).filter((word) => word !== '');
}
