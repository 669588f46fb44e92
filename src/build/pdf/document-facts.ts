import { citedAuthor, editionOf } from '../../site/citations/edition.ts';
import { formatDate } from '../../data/format.ts';
import type { BriefingForm } from '../../site/briefing-forms.ts';
import type { Ledger } from '../../data/ledger.ts';
import { fillTokens } from '../../data/numbers.ts';
import type { DocumentFacts } from './metadata.ts';

/** Collects the metadata of the PDF of a form. */
export function documentFacts(
  ledger: Ledger,
  form: BriefingForm,
  file: string,
  siteUrl: string | undefined,
  date: Date,
): DocumentFacts {
  const { site } = ledger;
  return {
    title: `${site.title} (${form.name.toLowerCase()})`,
    author: citedAuthor(editionOf(ledger, siteUrl)),
    subject: fillTokens(ledger, site.description),
    keywords: [...site.keywords, `data to ${formatDate(site.dataDate)}`],
    creator: `${site.title}, version ${site.version}${siteUrl === undefined ? '' : `, ${siteUrl}`}`,
    date,
    permanent: (siteUrl ?? '') + file,
    showsBookmarks: form.pages === null,
  };
}
