import { posix } from 'node:path';
import type { Ledger } from '../data/ledger.ts';
import { changeAddress, figureFile, sectionAddress, type Link } from './addresses.ts';
import { EXPLAINER_TEXT, TEXT_PAGE, textAddress, textOf } from './editions.ts';
import { sectionNames } from './mentions.ts';
import { formatId, publishedAddresses } from './permanent-ids/permanent-ids.ts';
import type { ForwardedId } from './permanent-ids/redirects.ts';

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
  return [...pagesOfForwards(ledger, forwards), ...pagesOfTextEdition(ledger)];
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
