import { createHash } from 'node:crypto';
import { PDFDict, PDFHexString, PDFName, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib';
import { formatDate } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import { fillTokens } from '../../data/numbers.ts';
import { escapeHtml } from '../../site/html.ts';
import type { BriefingForm } from '../../site/briefing-forms.ts';
import { citedAuthor, editionOf } from '../../site/citations/edition.ts';

/** Metadata of a PDF. */
export interface DocumentFacts {
  title: string;
  author: string;
  subject: string;
  keywords: string[];
  /** Name and version of the explainer that made it. */
  creator: string;
  /** Date of its making and of its last change. */
  date: Date;
  /** Permanent name: its address, or its path where the site has none. */
  permanent: string;
  /** Whether a reader should see the bookmarks at once. */
  showsBookmarks: boolean;
}

/** Writes the metadata of a PDF: words, dates, and ids that depend on nothing but its content. */
export function writeFacts(document: PDFDocument, facts: DocumentFacts): void {
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setAuthor(facts.author);
  document.setSubject(facts.subject);
  // Joined here: the library would put nothing but a space between them.
  document.setKeywords([facts.keywords.join(', ')]);
  document.setCreator(facts.creator);
  document.setCreationDate(facts.date);
  document.setModificationDate(facts.date);
  const xmp = Buffer.from(xmpPacket(facts));
  const metadata = document.context.obj({ Type: 'Metadata', Subtype: 'XML', Length: xmp.length });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(PDFRawStream.of(metadata, xmp)));
  if (facts.showsBookmarks) document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  sortDestinations(document);
  document.context.trailerInfo.ID = document.context.obj([md5(facts.permanent), contentHash(document, facts)]);
}

/** Writes the same facts as XMP, and that the document is made by PDF/UA-1. */
function xmpPacket({ title, author, subject, keywords, creator, date }: DocumentFacts): string {
  const made = date.toISOString().replace('.000', '');
  const words = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(text)}</rdf:li></rdf:Alt>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title>${words(title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeHtml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${words(subject)}</dc:description>
<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>${escapeHtml(keywords.join(', '))}</pdf:Keywords>
<xmp:CreatorTool>${escapeHtml(creator)}</xmp:CreatorTool>
<xmp:CreateDate>${made}</xmp:CreateDate>
<xmp:ModifyDate>${made}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

/** Sorts the named destinations, which the browser lists in whatever order it met them. */
function sortDestinations({ catalog, context }: PDFDocument): void {
  const places = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.entries() ?? [];
  const sorted = [...places].sort(([a], [b]) => (a.asString() < b.asString() ? -1 : 1));
  if (places.length > 0)
    catalog.set(
      PDFName.of('Dests'),
      context.register(context.obj(Object.fromEntries(sorted.map(([key, place]) => [key.decodeText(), place])))),
    );
}

function contentHash(document: PDFDocument, facts: DocumentFacts): PDFHexString {
  const hash = createHash('md5').update(JSON.stringify(facts));
  for (const [, object] of document.context.enumerateIndirectObjects())
    if (object instanceof PDFRawStream) hash.update(object.contents);
  return PDFHexString.of(hash.digest('hex').toUpperCase());
}

function md5(text: string): PDFHexString {
  return PDFHexString.of(createHash('md5').update(text).digest('hex').toUpperCase());
}

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
