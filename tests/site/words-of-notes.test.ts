import { describe, expect, it } from 'vitest';
import { findCited } from '../../src/data/citations.ts';
import { derive, resolveNumber } from '../../src/data/numbers.ts';
import { formatDateShort, formatQualified } from '../../src/data/format.ts';
import { type Note, proseNotes } from '../../src/data/notes.ts';
import { prosePage } from '../../src/site/addresses.ts';
import type { HtmlElement } from '../../src/build/html-tree.ts';
import { parseBuilt, ROOT } from './kit/dist.ts';
import { ledger, missing, plain, sourceFaults } from './kit/faults.ts';
import { elementsById, withClass, withTag, wordsOf } from './kit/words.ts';

const front = elementsById(parseBuilt('index.html'));
const elementsOn = (page: string) => elementsById(parseBuilt(page));

describe.each(proseNotes(ROOT))('the notes of $series', ({ section, series, notes }) => {
  const shown = elementsOn(prosePage({ section, series }));
  const bodies = notes.map((note) => ({
    note,
    name: `n-${series}-${note.n}`,
    body: shown.get(`n-${series}-${note.n}`),
  }));

  it('are all there, and no others', () => {
    const home = shown.get(series);
    expect(
      home && withClass(home, 'note').map((element) => element.attrs.find(({ name }) => name === 'id')?.value),
    ).toEqual(bodies.map(({ name }) => name));
  });

  it('say of each number its hedge, who counted and when, or how it was computed', () => {
    expect(
      bodies.flatMap(({ note, name, body }) =>
        note.numbers.flatMap((id) => numberFaults(id, body).map((fault) => `${name}: ${id}: ${fault}`)),
      ),
    ).toEqual([]);
  });

  it('name each publisher in a link to its source, and say which sources are weak', () => {
    expect(
      bodies.flatMap(({ note, name, body }) =>
        sourcesOf(note).flatMap((id) => sourceFaults(id, body).map((fault) => `${name}: ${fault}`)),
      ),
    ).toEqual([]);
  });
});

it('the notes explain each term once a page, where it is first used', () => {
  const series = proseNotes(ROOT);
  const stories = series.filter((one) => one.series === one.section);
  const pagesOfNotes = [
    { page: front, series: stories },
    ...stories.map(({ section }) => ({
      page: elementsOn(`s/${section}.html`),
      series: series.filter((one) => one.section === section),
    })),
  ];
  const faults = pagesOfNotes.flatMap(({ page, series: all }) => {
    const met = new Set<string>();
    return all.flatMap(({ series: name, notes }) =>
      notes.flatMap(({ n, terms, numbers, cites }) =>
        terms.flatMap((id) => {
          const isFirst = !met.has(id) || numbers.length + cites.length === 0;
          met.add(id);
          const note = wordsOf(page.get(`n-${name}-${n}`));
          const isExplained = note.includes(plain(ledger.terms.get(id)?.definition));
          return isExplained === isFirst ? [] : [`${name} ${n}: ${id}`];
        }),
      ),
    );
  });
  expect(faults).toEqual([]);
});

/** What a note lacks of one of its numbers. */
function numberFaults(id: string, note: HtmlElement | undefined): string[] {
  const row = ledger.observations.get(id);
  const derivation = ledger.derivations.get(id);
  const number = row
    ? formatQualified(row.value, row.qualifier)
    : derivation
      ? formatQualified(derive(ledger, derivation).value, derivation.qualifier)
      : 'no such number';
  const unit = resolveNumber(ledger, id).unit.split(' of ')[0] ?? '';
  const about = row
    ? [row.claimant, row.as_of ? formatDateShort(row.as_of) : '']
    : [`our calculation: ${derivation && derive(ledger, derivation).formula}`];
  // One number may stand in a note twice, counted by two; the line wanted is the one that fits in all respects.
  // What stands at rest is no paragraph of its own.
  const atRest = note && { ...note, childNodes: note.childNodes.filter(({ nodeName }) => nodeName !== 'details') };
  const lines = note
    ? [atRest as HtmlElement, ...withTag(note, 'p')].filter((line) =>
        withTag(line, 'b').some((bold) =>
          wordsOf(bold)
            .split(' · ')
            .includes(plain(`${number} ${unit}`)),
        ),
      )
    : [];
  if (lines.length === 0) return [`no line says "${number} ${unit}"`];
  const own = lines.filter((line) => missing(line, about).length === 0);
  if (own.length === 0) return missing(lines[0], about);
  return [
    ...(row?.source_ids ?? []).filter((source) => own.every((line) => sourceFaults(source, line).length > 0)),
    ...(row?.confidence === 'low' && !own.every((line) => wordsOf(line).includes('(weak'))
      ? ['does not say that it is weak']
      : []),
  ];
}

/** Every source the ledger ties to what a note holds. The sources of a term stand with it in the glossary. */
function sourcesOf(note: Note): string[] {
  return [
    ...new Set([...note.numbers, ...note.cites].flatMap((id) => findCited(ledger, id)?.sourceIds ?? [`no row ${id}`])),
  ];
}
