import { describe, expect, it } from 'vitest';
import { checkRows } from '../../src/data/checks/check-rows.ts';
import { describeProblem } from '../../src/data/errors.ts';
import { findCardFigure, describePreviewCard } from '../../src/site/preview-cards.ts';
import { MAX_SHARED_TITLE, titleWithSubject } from '../../src/data/share-texts.ts';
import { change, smallLedger } from './kit/ledger.ts';

/** What is wrong with the small ledger’s figure if its link is shared under this title. */
function faults(shared: string): string[] {
  const ledger = smallLedger();
  change(ledger.figures, 'positions-lost', { shared });
  return checkRows(ledger).map(describeProblem);
}
const refused = (found: string, expected: string) => [
  `content/figures/positions-lost.yaml "shared": found ${found}; expected ${expected}`,
];

describe('the title under which a figure is shared', () => {
  it('may be any that stands alone', () => {
    expect(faults('Myanmar, late 2023: claims of lost positions climb past {B007}, and differ')).toEqual([]);
  });

  it('is refused without the country or a year, which the number of the operation is not', () => {
    expect(faults('Late 2023: claims of lost positions climb past {B007}, and differ')).toEqual(
      refused('no “Myanmar”', 'the country, since a title that is shared stands alone'),
    );
    expect(faults('Operation 1027, Myanmar: claims of lost positions climb past {B007}')).toEqual(
      refused('no year', 'a year, since a title that is shared stands alone'),
    );
  });

  it('is refused if it points at the page', () => {
    expect(faults('Every town on this map of Myanmar was taken after October 2023')).toEqual(
      refused('“this”', 'words that make sense without the page'),
    );
  });

  it('is refused if previews would cut it, its numbers filled in', () => {
    const filled = (length: number) =>
      `Myanmar 2023: {A21} ${'x'.repeat(length - 'Myanmar 2023: more than 660,000 '.length)}`;
    expect(faults(filled(MAX_SHARED_TITLE))).toEqual([]);
    expect(faults(filled(MAX_SHARED_TITLE + 1))).toEqual(
      refused(`${MAX_SHARED_TITLE + 1} characters with its numbers filled in`, `at most ${MAX_SHARED_TITLE}`),
    );
  });

  it('refers only to numbers that exist', () => {
    expect(faults('Myanmar, late 2023: claims of lost positions climb past {A99}')).toEqual(
      refused('"{A99}"', 'the id of a number in content/data or content/derived.yaml'),
    );
  });
});

describe('the title under which any other page is shared', () => {
  it('is followed by what the site is about', () => {
    expect(titleWithSubject('At a glance', smallLedger().site)).toBe(
      'At a glance – Operation 1027 in Myanmar, from October 2023',
    );
  });

  it('is refused if what the site is about does not stand alone', () => {
    const ledger = smallLedger();
    ledger.site.subject = 'Operation 1027 and its end';
    expect(checkRows(ledger).map(describeProblem)).toEqual([
      'content/site.yaml "subject": found no “Myanmar”; expected the country, since a title that is shared stands alone',
    ]);
  });
});

describe('a card in words', () => {
  const ledger = smallLedger();

  it('says what is drawn, as which figure, and the finding', () => {
    expect(
      describePreviewCard(ledger, { kind: 'figure', id: 'positions-lost', title: 'Claims differ', finding: 'unused' }),
    ).toBe('Dots for each published count of positions lost (figure 1). Beside it: Claims differ.');
    expect(
      describePreviewCard(ledger, {
        kind: 'section',
        id: 'losses',
        title: 'What was lost',
        finding: 'The military lost posts.',
      }),
    ).toBe('Dots for each published count of positions lost (figure 1). Beside it: The military lost posts.');
  });

  it('says that there is no picture where a section has no figure, or only one that is no card for it', () => {
    expect(findCardFigure(ledger, { kind: 'section', id: 'who' })).toBeNull();
    expect(describePreviewCard(ledger, { kind: 'section', id: 'who', title: 'Who', finding: 'Three groups.' })).toBe(
      'A card of words, without a picture: Three groups.',
    );
    const map = { ...[...ledger.figures.values()][0]!, id: 'map', section: 'campaign', on_section_card: false };
    ledger.figures.set('map', map);
    expect(findCardFigure(ledger, { kind: 'section', id: 'campaign' })).toBeNull();
  });
});
