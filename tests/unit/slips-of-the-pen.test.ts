import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../src/data/checks/number-lint/find-numbers.ts';
import { findOpenQuotation, findWordFaults } from '../../src/data/word-faults.ts';
import { webAddressFault } from '../../src/data/web-address.ts';
import { id } from '../../src/data/schemas/fields.ts';
import { checkContent } from '../../src/build/check-content.ts';
import { change, problemsAfter } from './kit/ledger.ts';
import { projectWith } from './kit/project.ts';

describe('slips of the pen', () => {
  it.each([
    ['The the town was taken.', 'a word twice'],
    ['TODO: who said so?', 'a mark left by its writer'],
    ['On Monday, 27 October 2023, it began.', '"Monday, 27 October 2023"'],
  ])('are found in %s', (text, found) => {
    expect(findWordFaults(text).map((fault) => fault.found)).toEqual([expect.stringContaining(found)]);
  });

  it('are not found in sound words', () => {
    expect(findWordFaults('They had had it since Friday, 27 October 2023.')).toEqual([]);
    expect(findOpenQuotation('He said “yes”.')).toEqual([]);
    expect(findOpenQuotation('He said “yes.')).toHaveLength(1);
  });
});

it.each([
  'ခြောက်သိန်း people',
  '陆拾万 people',
  'Some XLII civilians',
  'a score of civilians',
  'a gross of soldiers',
  'a 4th of the people',
])('the number in “%s” is seen', (text) => {
  expect(findNumbers(text)).toHaveLength(1);
});

it.each([
  'https://example-org.cdn.ampproject.org/v/x',
  'https://example-org.translate.goog/x',
  'https://example.org/setup.exe',
  'https://example.org/x?access_token=abc',
  'https://example.org/x;jsessionid=ABC',
])('%s is no address of a source', (address) => {
  expect(webAddressFault(address)).not.toBeNull();
});

it.each(['2023', '1e5', 'constructor', 'toString'])('“%s” is no id', (text) => {
  expect(id.safeParse(text).success).toBe(false);
});

it('a unit that is one letter away from one used often is asked about', () => {
  expect(problemsAfter((ledger) => change(ledger.observations, 'A21', { unit: 'poeple' }))).toContainEqual(
    expect.stringMatching(/"unit": found "poeple"; expected "people"/),
  );
});

it('nothing of high confidence rests on weak sources alone', () => {
  expect(
    problemsAfter((ledger) =>
      ledger.observations.get('A21')!.source_ids.forEach((one) => change(ledger.sources, one, { weak: true })),
    ),
  ).toContainEqual(expect.stringContaining('"high", on weak sources alone'));
});

describe('the form of prose', () => {
  it.each([
    ['# A title', 'a heading of level 1'],
    ['### Words\n\n### Words', 'the heading "Words" again'],
    ['Words. [](https://example.org/)', 'without words'],
    ['See [www.irrawaddy.com](https://example.org/x).', 'says irrawaddy.com and leads to example.org'],
    ['Write to [us](mailto:us@example.org).', 'the mail address'],
    ['<Cite ids="A21" />', '<Cite> in a line of its own'],
    ['It fell. <Cite ids="A21 A21" />', '"A21 A21"'],
    ['The town was \\*\\*taken.', 'a mark of markdown'],
  ])('refuses %s', (body, found) => {
    expect(() => checkContent(projectWith(body, 'glance'))).toThrow(found);
  });
});
