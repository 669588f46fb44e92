import { figureLabel } from '../../site/change-targets.ts';
import type { Ledger } from '../../data/ledger.ts';
import { CLAIMS_PAGE, NAMES_PAGE, NUMBERS_PAGE, type Link } from '../../site/addresses.ts';
import type { CitablePage } from '../../site/citable-pages.ts';
import { citablePages } from '../../figures/all-works.ts';

/** Links to pages of the site, under a heading. */
export interface PageLinks {
  title: string;
  links: Link[];
}

const PAGES: Link[] = [
  { href: 'exhibits.html', label: 'Figures' },
  { href: NUMBERS_PAGE, label: 'Numbers' },
  { href: CLAIMS_PAGE, label: 'How the first report aged' },
  { href: 'timeline.html', label: 'Timeline' },
  { href: NAMES_PAGE, label: 'Names and words' },
  { href: 'sources.html', label: 'Sources' },
  { href: 'datasets.html', label: 'Data' },
  { href: 'briefings.html', label: 'Download and about' },
  { href: 'explainer.txt', label: 'Plain text' },
  { href: 'promise.html', label: 'Privacy and promises' },
  { href: 'changes.html', label: 'Changes' },
  { href: 'search.html', label: 'Search' },
];

/** Lists the links of the 404 page: the explainer, its sections, its figures, and the pages to look things up, briefs of a day among them. */
export function sitePageLinks(ledger: Ledger, root: string): PageLinks[] {
  const all = citablePages(ledger, root);
  const ofKind = (kind: CitablePage['kind']) => all.filter((work) => work.kind === kind);
  return [
    {
      title: 'Sections',
      links: [...ofKind('explainer'), ...ofKind('section')].map(({ address, title }) => ({
        href: address,
        label: title,
      })),
    },
    {
      title: 'Figures',
      links: ofKind('figure').map(({ id, address }) => ({ href: address, label: figureLabel(ledger, id) })),
    },
    {
      title: 'To look things up',
      links: [...PAGES, ...ofKind('day').map(({ address, title }) => ({ href: address, label: title }))],
    },
  ];
}
