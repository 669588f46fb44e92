import { posix } from 'node:path';
import type { Ledger } from '../data/ledger.ts';
import { groupPlaces } from '../data/places.ts';
import {
  actorAddress,
  changeAddress,
  figureFile,
  NAMES_PAGE,
  placeAddress,
  sectionAddress,
  termAddress,
  type Link,
} from './addresses.ts';
import { EXPLAINER_TEXT, TEXT_PAGE, textAddress, textOf } from './editions.ts';
import { sectionNames } from './mentions.ts';
import { lookupNames, nameIndex } from './names.ts';
import { formatId, publishedAddresses } from './permanent-ids/permanent-ids.ts';
import type { ForwardedId } from './permanent-ids/read-forwards.ts';

/** Page that now only leads on: its address was published, and what stood there stands elsewhere. */
export interface MovedPage {
  /** Its address from the top of the site: `glossary.html`. */
  file: string;
  /** What it was called. */
  title: string;
  /** The page that has taken its place. */
  to: Link;
  /** Where each id that the page had leads now, by the old id; a page that had none leads on by itself, without scripts too. */
  ids: ReadonlyMap<string, Link>;
  /** Address of the entry that says why it has moved. */
  reason?: string;
}

/** Lists every page that has moved. */
export function movedPages(ledger: Ledger, forwards: readonly ForwardedId[]): MovedPage[] {
  return [...pagesOfNames(ledger), ...pagesOfTextEdition(ledger), ...pagesOfForwards(ledger, forwards)];
}

/** Returns the address of another page of the site as it is written in a page that has moved. */
export function addressFrom({ file }: Pick<MovedPage, 'file'>, address: string): string {
  const [path = '', fragment] = address.split('#');
  return posix.relative(posix.dirname(file), path) + (fragment === undefined ? '' : `#${fragment}`);
}

/** Returns what a page that has moved asks of a browser without scripts: `0; url=names.html`; null where a fragment would be lost. */
export function refreshOf(page: MovedPage): string | null {
  return page.ids.size === 0 ? `0; url=${addressFrom(page, page.to.href)}` : null;
}

/** Makes the pages on which names were looked up, each kind by itself, before one page had them all. */
function pagesOfNames(ledger: Ledger): MovedPage[] {
  const to = { href: NAMES_PAGE, label: 'Names and words' };
  const page = (file: string, title: string, links: Link[]): MovedPage => ({
    file,
    title,
    to,
    ids: new Map(links.map((link) => [link.href.split('#')[1] ?? '', link])),
  });
  const inPage = (groups: readonly { id: string; label: string }[]) =>
    groups.map(({ id, label }) => ({ href: `${NAMES_PAGE}#${id}`, label }));
  const places = [...ledger.places.values()];
  return [
    page(
      'actors.html',
      'Who is who',
      [...ledger.actors.values()].map((actor) => ({ href: actorAddress(actor), label: actor.name })),
    ),
    page(
      'glossary.html',
      'Glossary',
      [...ledger.terms.values()].map((term) => ({ href: termAddress(term), label: term.term })),
    ),
    page('places.html', 'Places', [
      ...places.map((place) => ({ href: placeAddress(place), label: place.name })),
      ...groupPlaces(places).flatMap(({ id, name, kinds }) =>
        inPage([
          { id, label: name },
          ...kinds.map(({ id: part, title }) => ({ id: part, label: `${title} in ${name}` })),
        ]),
      ),
    ]),
    page('a-z.html', 'A–Z', inPage(nameIndex(lookupNames(ledger)).map(({ id, title }) => ({ id, label: title })))),
  ];
}

/** Makes a page of each file that a forwarded id had to itself. */
function pagesOfForwards(ledger: Ledger, forwards: readonly ForwardedId[]): MovedPage[] {
  return forwards.flatMap(({ old, successor, change }) =>
    publishedAddresses(old).flatMap((file, index): MovedPage[] => {
      const href = publishedAddresses(successor)[index];
      if (file.includes('#') || href === undefined) return [];
      const to = { href, label: ledger.figures.get(successor.id)?.name ?? formatId(successor) };
      return [{ file, title: file, to, ids: new Map(), reason: changeAddress({ id: change }) }];
    }),
  );
}

/** Makes the pages of the edition in words alone: each leads to the plain text of the same part, and a figure to its own. */
function pagesOfTextEdition(ledger: Ledger): MovedPage[] {
  const sections = sectionNames(process.cwd()).map(({ id, title }) => ({
    id,
    title,
    text: { href: textOf(sectionAddress({ id }))!, label: `“${title}” as plain text` },
  }));
  const figures = [...ledger.figures.values()].map(({ id, name }): [string, Link] => [
    id,
    { href: figureFile({ id }, 'txt'), label: `the figure “${name}” as plain text` },
  ]);
  const whole = {
    file: TEXT_PAGE,
    title: 'Text edition',
    to: { href: EXPLAINER_TEXT, label: 'the explainer as plain text' },
    ids: new Map([...sections.map(({ id, text }): [string, Link] => [id, text]), ...figures]),
  };
  const parts = sections.map(({ id, title, text }) => ({ file: textAddress({ id }), title, to: text, ids: new Map() }));
  return [whole, ...parts];
}
