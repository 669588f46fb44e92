import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { numberedName } from '../../schemas/prose-words.ts';
import { lineAt, mdxPassages, type Passage, yamlPassages } from './passages.ts';
import { findNumbers, quoteAround } from './find-numbers.ts';
import { readMdx } from '../../mdx.ts';
import type { Problem } from '../../errors.ts';
import { readYamlList } from '../../yaml.ts';
import { readYamlText } from '../../yaml-text.ts';

export { findNumbers, quoteAround, type Finding } from './find-numbers.ts';

/** Names that hold a number and may be written out. */
export const NAMES_FILE = 'content/numbered-names.yaml';

const OR_ELSE = `, a date, an ordinal, a name listed in ${NAMES_FILE}, or a number under ten that counts something`;
const IN_MDX = `a reference such as <Num id="…"/>${OR_ELSE}`;
const IN_YAML = `a reference such as {A21}${OR_ELSE}`;

/**
 * Reports numbers typed into prose under `root`.
 * Rows, actor cards and dataset cards are not prose: they carry their own sources.
 * @param rowIds Ids of rows, which a note may name: `A14`.
 */
export function lintNumbers(root: string, rowIds: Iterable<string> = []): Problem[] {
  const problems: Problem[] = [];
  const names = readYamlList(root, NAMES_FILE, numberedName, problems).map(({ name }) => name);
  // Without the list, every name in it would be reported as a number.
  if (problems.some(({ lost }) => lost === 'all')) return problems;
  names.push(...[...rowIds].filter((id) => /\p{L}/u.test(id)));
  const check = (file: string, passages: readonly Passage[], expected: string) => {
    for (const passage of passages) problems.push(...typedNumberProblems(file, passage, names, expected));
  };
  for (const file of filesUnder(root, 'content/sections', /\.mdx$/)) {
    // What cannot be parsed is reported by `checkProse`.
    const mdx = readMdx(root, file, []);
    if (mdx) check(file, mdxPassages(mdx), IN_MDX);
  }
  for (const file of [...filesUnder(root, 'content/figures', /\.yaml$/), ...editorialCards(root)])
    check(file, readYamlPassages(root, file), IN_YAML);
  return problems;
}

/** Lists the files directly in `content`, except those whose digits carry their own sources or are names. */
function editorialCards(root: string): string[] {
  return filesUnder(root, 'content', /^[^/\\]+\.yaml$/).filter(
    (file) => file !== NAMES_FILE && file !== 'content/actors.yaml',
  );
}

function typedNumberProblems(file: string, passage: Passage, names: readonly string[], expected: string): Problem[] {
  return findNumbers(withoutEndlessWords(passage.text), names).map((finding) => {
    const line = lineAt(passage, finding.index);
    return {
      file,
      ...(line === undefined ? {} : { line }),
      ...(passage.field === undefined ? {} : { field: passage.field }),
      found: `"${finding.found}" in “${quoteAround(passage.text, finding)}”`,
      expected,
    };
  });
}

/** Blanks words without an end, which are reported as such: patterns of numbers take a minute over one of them. */
function withoutEndlessWords(text: string): string {
  return text.replace(/[A-Za-z]{500,}/g, (word) => ' '.repeat(word.length));
}

function readYamlPassages(root: string, file: string): readonly Passage[] {
  const yaml = readYamlText(root, file, []);
  return yaml && yaml.document.errors.length === 0 ? yamlPassages(yaml) : [];
}

function filesUnder(root: string, folder: string, ending: RegExp): string[] {
  // A folder that cannot be read is reported where its files are read for their meaning.
  if (!statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !name.startsWith('.'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}
