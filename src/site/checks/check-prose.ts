import type { Ledger } from '../../data/ledger.ts';
import { checkChat, checkPlain, checkTokens } from '../../data/checks/check-tokens.ts';
import { yamlLine } from '../../data/yaml-lines.ts';
import type { Problem } from '../../data/errors.ts';
import { checkWhatIsThere } from '../../data/follow-ups.ts';
import { knownAnchors } from './check-links.ts';
import { checkBody } from './check-prose-body.ts';
import { checkForm } from './check-prose-form.ts';
import { checkSmallCasualties } from './check-paragraphs.ts';
import { checkShortForm } from '../../data/short-form.ts';
import { allElements, startLine, attributeText, type MdxFile } from '../../data/mdx.ts';
import { checkRecord, readRecord } from '../../data/record.ts';
import { checkSequence, SECTIONS_FOLDER, readSections, type SectionFile } from '../../data/sections.ts';

export { COMPONENTS } from './prose-components.ts';

/**
 * Checks that all prose parses, is complete, and refers only to things that the ledger has.
 * @param isWhole False if some rows could not be read; then what they would be needed for is not checked.
 */
export function checkProse(root: string, ledger: Ledger, isWhole = true): Problem[] {
  const problems: Problem[] = [];
  const files = readSections(root, problems);
  const records = readRecord(root, problems);
  // A file that does not parse would be reported again as a section, a figure and a claim check gone missing.
  const whole = problems.some(({ lost }) => lost === 'all')
    ? []
    : [...checkSequence(files), ...checkRecord(records, files), ...checkPlacement(ledger, files)];
  const check = (what: () => Problem[]) => checkWhatIsThere(isWhole, what);
  const anchors = knownAnchors(
    ledger,
    files.flatMap(({ mdx }) => allElements(mdx.body)),
    new Map(records.map(({ section, mdx }) => [section, allElements(mdx.body)])),
  );
  return [
    ...problems,
    ...whole,
    ...files.flatMap((file) => [
      ...check(() => checkFrontMatter(ledger, file)),
      ...check(() => checkBody(ledger, file.mdx, file.id, anchors)),
      ...checkForm(file.mdx),
      ...checkShortForm(file.mdx),
      ...checkSmallCasualties(ledger, file.mdx),
    ]),
    ...records.flatMap(({ section, mdx }) => [
      ...check(() => checkBody(ledger, mdx, section, anchors)),
      ...checkForm(mdx),
      ...checkStoryOnly(mdx),
      ...checkSmallCasualties(ledger, mdx),
    ]),
  ];
}

function checkFrontMatter(ledger: Ledger, { mdx, card }: SectionFile): Problem[] {
  if (!card) return [];
  const at = (path: (string | number)[], found: string, expected: string): Problem => {
    const line = yamlLine(card, path);
    return { file: mdx.file, ...(line === undefined ? {} : { line }), field: path.join('.'), found, expected };
  };
  const plain = (path: (string | number)[], text: string) =>
    checkPlain(text, (found, expected) => at(path, found, expected));
  const filled = (path: (string | number)[], text: string) =>
    checkTokens(ledger, text, false, (found, expected) => at(path, found, expected));
  return [
    ...checkTokens(ledger, card.finding, false, (found, expected) => at(['finding'], found, expected)),
    ...checkChat(ledger, card, card.finding, null, (found, expected) => at(['chat'], found, expected)),
    ...plain(['title'], card.title),
    ...card.unknowns.flatMap(({ question, note = '', who_would_know, since }, index) => [
      ...filled(['unknowns', index, 'question'], question),
      ...filled(['unknowns', index, 'note'], note),
      ...filled(['unknowns', index, 'since'], since),
      ...plain(['unknowns', index, 'who_would_know'], who_would_know),
    ]),
  ];
}

/** Components that a record cannot hold: the explainer shows them, and readers have shared their addresses there. */
const STORY_ONLY = ['Figure', 'KeyNumbers', 'ClaimStrip', 'TellingClaims', 'KeyAssessments', 'ShortForm'];

/** Checks that a record holds nothing that has its place in the story. */
function checkStoryOnly({ file, body }: MdxFile): Problem[] {
  return allElements(body)
    .filter(({ name }) => STORY_ONLY.includes(name ?? ''))
    .map((element) => ({
      file,
      line: startLine(element),
      found: `<${element.name}>`,
      expected: `it in ${SECTIONS_FOLDER}: the explainer shows it`,
    }));
}

/** Components that bear ids which readers have shared of the explainer: of every claim, and of every judgement. */
const OLD_IDS = ['ClaimStrip', 'KeyAssessments'];

/** Checks that every figure stands once, in its section, and once what bears the ids of claims and judgements. */
function checkPlacement(ledger: Ledger, files: SectionFile[]): Problem[] {
  const placed = files.flatMap(({ id: sectionId, mdx }) =>
    allElements(mdx.body).map((element) => ({ sectionId, file: mdx.file, element })),
  );
  const problems: Problem[] = [];
  for (const figure of ledger.figures.values()) {
    const places = placed.filter(
      ({ element }) => element.name === 'Figure' && attributeText(element, 'id') === figure.id,
    );
    if (places.length === 0)
      problems.push({
        file: SECTIONS_FOLDER,
        found: `no <Figure id="${figure.id}" />`,
        expected: `one, in the section ${figure.section}`,
      });
    for (const { file, element } of places.slice(1)) {
      problems.push({
        file,
        line: startLine(element),
        field: 'Figure id',
        found: `"${figure.id}" again`,
        expected: 'each figure once',
      });
    }
  }
  for (const name of OLD_IDS) {
    const [first, ...more] = placed.filter(({ element }) => element.name === name);
    if (!first)
      problems.push({ file: SECTIONS_FOLDER, found: `no <${name} />`, expected: 'one, in whichever section' });
    for (const { file, element } of more) {
      const expected = `one on the whole site (the first is in ${first?.file ?? ''})`;
      problems.push({ file, line: startLine(element), found: `<${name} /> again`, expected });
    }
  }
  return problems;
}
