import { createHash } from 'node:crypto';
import { changeAddress, FEED_FILE } from './addresses.ts';
import { changeLinks } from './change-targets.ts';
import { escapeHtml } from './html.ts';
import { citedAuthor } from './citations/edition.ts';
import type { Ledger } from '../data/ledger.ts';
import { fillTokens } from '../data/numbers.ts';
import type { Change } from '../data/schemas/change.ts';

const KIND_LABELS: Record<Change['kind'], string> = {
  'first-edition': 'First edition',
  update: 'Update',
  correction: 'Correction',
};

/**
 * Writes the history as an Atom feed (RFC 4287), each entry in full.
 * @param site Address of the site, with a slash at its end.
 * @throws Error if the history has no entry.
 */
export function feedXml(ledger: Ledger, root: string, site: string): string {
  const changes = [...ledger.changes.values()];
  const [newest] = changes;
  if (!newest) throw new Error('content/changes.yaml: a feed needs at least one entry');
  const { title, licence } = ledger.site;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${permanentId('feed')}</id>
<title>${escapeHtml(`${title} – changes`)}</title>
<subtitle>What was corrected and what was added.</subtitle>
<updated>${dayTime(newest.date)}</updated>
<author><name>${escapeHtml(citedAuthor(ledger))}</name></author>
<rights>${escapeHtml(`${licence.name}, ${licence.url}`)}</rights>
<link rel="self" type="application/atom+xml" href="${escapeHtml(new URL(FEED_FILE, site).href)}"/>
<link rel="alternate" type="text/html" hreflang="en" href="${escapeHtml(new URL('changes.html', site).href)}"/>
${changes.map((change) => entryXml(ledger, root, site, change)).join('\n')}
</feed>
`;
}

function entryXml(ledger: Ledger, root: string, site: string, change: Change): string {
  const links = changeLinks(ledger, root, change.where).map(({ href, label }) => ({
    label,
    href: new URL(href, site).href,
  }));
  const kind = KIND_LABELS[change.kind];
  const [first, ...others] = links;
  const what =
    change.kind === 'correction' && first
      ? `${first.label}${others.length > 0 ? ' and elsewhere' : ''}`
      : `version ${change.version}`;
  return `<entry>
<id>${permanentId(change.id)}</id>
<title>${escapeHtml(`${kind}, ${what}`)}</title>
<published>${dayTime(change.date)}</published>
<updated>${dayTime(change.date)}</updated>
<link rel="alternate" type="text/html" hreflang="en" href="${escapeHtml(new URL(changeAddress(change), site).href)}"/>
<category term="${change.kind === 'correction' ? 'correction' : 'update'}" label="${change.kind === 'correction' ? 'Correction' : 'Update'}"/>
<content type="html">${escapeHtml(contentHtml(ledger, change, links))}</content>
</entry>`;
}

/** Writes everything that the page says of a change, with addresses that work from anywhere. */
function contentHtml(
  ledger: Ledger,
  { kind, text, was, is, why }: Change,
  links: { href: string; label: string }[],
): string {
  const filled = (words: string) => escapeHtml(fillTokens(ledger, words));
  return [
    `<p>${filled(text)}</p>`,
    was !== undefined && is !== undefined && why !== undefined
      ? `<dl><dt>Was</dt><dd><del>${escapeHtml(was)}</del></dd><dt>Now</dt><dd><ins>${escapeHtml(is)}</ins></dd><dt>Why</dt><dd>${filled(why)}</dd></dl>`
      : '',
    links.length > 0
      ? `<p>${kind === 'correction' ? 'Corrected in' : 'See'} ${links.map(({ href, label }) => `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`).join(' · ')}</p>`
      : '',
  ].join('');
}

/** Turns a day into the time that Atom asks for: the history knows days, not hours. */
function dayTime(date: string): string {
  return `${date}T00:00:00Z`;
}

/** UUID drawn once at random for this explainer, and never changed. */
const NAMESPACE = 'fac30ccb-3734-427a-948d-2dd3b18c4aed';

/**
 * Makes the id by which feed readers recognise an entry for ever. RFC 4287 wants it to stay when a feed moves or is mirrored, and
 * this explainer has no host of its own that a `tag:` could rest on; so it is made from the entry's own id alone (RFC 4122, version 5).
 */
export function permanentId(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
