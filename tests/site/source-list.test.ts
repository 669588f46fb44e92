import { describe, expect, it } from 'vitest';
import type { HtmlElement } from '../../src/build/html-tree.ts';
import { formatDate } from '../../src/data/format.ts';
import { sourceUses } from '../../src/site/source-uses.ts';
import type { Source } from '../../src/data/schemas/source.ts';
import { parseBuilt, ROOT } from './kit/dist.ts';
import { ledger, missing, unequal } from './kit/faults.ts';
import { elementsById, linksOf, wordsOf } from './kit/words.ts';

const front = elementsById(parseBuilt('index.html'));
const elementsOfPage = new Map<string, Map<string, HtmlElement>>();

describe('the list of sources', () => {
  const entries = elementsById(parseBuilt('sources.html'));
  const uses = sourceUses(ledger, ROOT);
  /** What a reader must be told of each kind of reading; the page may say more. */
  const read: Record<Source['read'], string> = {
    opening: 'Read: a stored copy, as a rule its opening part',
    copy: 'Read: a stored copy of the page',
    republication: 'Read: a republication of the full text',
    summary: 'Read: a summary or relay of it, not the document itself',
    data: 'Read: its data table',
  };

  it('says of each source who published what, when, and what was read of it', () => {
    const faults = [...ledger.sources.values()].flatMap((source) => {
      const entry = entries.get(`source-${source.id}`);
      const date = source.published ? formatDate(source.published) : (source.published_note ?? 'undated');
      const saysWeak = wordsOf(entry).includes('Weak source.');
      return [
        ...missing(entry, [source.publisher, source.title, date, read[source.read], source.note]),
        ...(saysWeak === source.weak ? [] : ['wrong about being weak']),
      ].map((fault) => `${source.id}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  it('names the host of each copy that was read, and links to none', () => {
    const faults = [...ledger.sources.values()].flatMap((source) => {
      const entry = entries.get(`source-${source.id}`);
      const outward = entry
        ? linksOf(entry)
            .map(({ href }) => href)
            .filter((href) => /^[a-z]+:/i.test(href))
        : [];
      return [
        ...missing(entry, source.copies.map(hostOf)),
        ...outward.filter((href) => href !== source.url).map((href) => `links to ${href}`),
        ...source.copies.filter((copy) => outward.includes(copy)).map((copy) => `links to the copy ${copy}`),
      ].map((fault) => `${source.id}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  it('leads back to each place that uses the source, and each of these links arrives', () => {
    const faults = [...ledger.sources.keys()].flatMap((id) => {
      const entry = entries.get(`source-${id}`);
      const back = entry ? linksOf(entry).filter(({ href }) => /^(?:s\/)?[a-z-]+\.html(?:#|$)/.test(href)) : [];
      return [
        ...unequal(
          'links back',
          back.map(({ href, words }) => `${words} ${href}`).join('\n'),
          (uses.get(id) ?? []).map(({ href, label }) => `${label} ${href}`).join('\n'),
        ),
        ...back.filter(({ href }) => !targetOf(href)).map(({ href }) => `${href} leads nowhere`),
      ].map((fault) => `${id}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  /** Read from the pages alone, so that a use the list forgot is found. */
  it('forgets no note, figure, claim, event or term that links to a source', () => {
    const links: [string, Map<string, HtmlElement>, RegExp][] = [
      ['index.html', front, /^(?:n-[a-z-]+-\d+|claim-\d+)$/],
      ['index.html', front, new RegExp(`^(?:${[...ledger.figures.keys()].join('|')})$`)],
      ['timeline.html', elementsById(parseBuilt('timeline.html')), /^event-/],
      ['names.html', elementsById(parseBuilt('names.html')), /^term-/],
    ];
    const checked = links.flatMap(([page, elements, pattern]) =>
      [...elements]
        .filter(([id]) => pattern.test(id))
        .flatMap(([id, element]) =>
          linksOf(element)
            .filter(({ href }) => href.startsWith('sources.html#'))
            .map(({ href }) => ({ href, from: `${page}#${id}` })),
        ),
    );
    expect(checked.length).toBeGreaterThan(0);
    const forgotten = checked.filter(({ href, from }) => {
      const entry = entries.get(href.slice('sources.html#'.length));
      return !entry || !linksOf(entry).some((link) => link.href === from);
    });
    expect(forgotten.map(({ href, from }) => `${href} does not lead back to ${from}`)).toEqual([]);
  });
});

function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}

/** The element of this site that an address leads to. */
function targetOf(href: string): HtmlElement | undefined {
  const [page = '', id = ''] = href.split('#');
  const known = elementsOfPage.get(page) ?? elementsById(parseBuilt(page));
  elementsOfPage.set(page, known);
  return id === '' ? [...known.values()][0] : known.get(id);
}
