import { posix } from 'node:path';
import type { Element } from 'hast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import rehypeRemark from 'rehype-remark';
import type { Options } from 'rehype-remark';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { formatDate } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import { figureFile, sectionAddress } from '../../site/addresses.ts';
import { EXPLAINER_TEXT, textOf } from '../../site/editions.ts';
import type { SectionName } from '../../site/mentions.ts';
import { publisherName } from '../../site/citations/edition.ts';
import type { Page } from '../page.ts';
import { NOTE, NOTE_NUMBER, readablePart } from './readable-part.ts';

/** Facts that a text says besides the words of its page. */
interface Context {
  ledger: Ledger;
  sections: readonly SectionName[];
  /** Address of the site with a slash at its end; without it addresses are relative to the text. */
  siteUrl: string | undefined;
}

/**
 * Writes the explainer and each section as plain text in Markdown form: what its page says, in fewer bytes, for slow lines, voices and
 * programs that take notes.
 * @param pages The built pages, by their addresses.
 * @returns The texts by their addresses.
 */
export function pageTexts(pages: ReadonlyMap<string, Page>, context: Context): ReadonlyMap<string, string> {
  const files = ['index.html', ...context.sections.map((section) => sectionAddress(section))];
  return new Map(
    files.flatMap((file) => {
      const [page, text] = [pages.get(file), textOf(file)];
      return page && text !== null ? [[text, pageText(page, context)]] : [];
    }),
  );
}

function pageText(page: Page, { ledger, sections, siteUrl }: Context): string {
  const { site } = ledger;
  const address = addressFrom(page, siteUrl);
  const main = page.elements.find(({ tagName }) => tagName === 'main');
  if (!main) throw new Error(`${page.file} has no <main>`);
  const part = readablePart(main, {
    isUnfolded: page.file !== 'index.html',
    addressOf: address,
    pictureOf: (id) => (ledger.figures.has(id) ? address(figureFile({ id }, 'png')) : null),
  });
  const about = `Text of ${address(page.file)}. Data to ${formatDate(site.dataDate)}; version ${site.version}.`;
  const parts = sections.map((section) => `- ${section.title}: ${address(textOf(sectionAddress(section))!)}`);
  return [
    toMarkdown(part).replace(/^# .*\n/, (title) => `${title}\n${about}\n`),
    '---\n',
    page.file === 'index.html'
      ? `Each section by itself, with its record:\n\n${parts.join('\n')}\n`
      : `The whole explainer: ${address(EXPLAINER_TEXT)}\n`,
    `By ${publisherName(site)}. Text and figures: ${site.licence.name}, ${site.licence.url}\n`,
  ].join('\n');
}

/** Returns what makes the address that a text writes of one in its page, where all are seen from the top of the site. */
function addressFrom({ file, byId }: Page, siteUrl: string | undefined): (href: string) => string {
  return (href) => {
    const isOwn = href.startsWith('#') && byId.has(decodeURIComponent(href.slice(1)));
    const whole = href.startsWith('#') ? `${isOwn ? file : 'index.html'}${href}` : href;
    if (siteUrl !== undefined) return new URL(whole.replace(/^index\.html(?=#|$)/, ''), siteUrl).href;
    return /^[a-z][a-z0-9+.-]*:/i.test(whole) ? whole : posix.relative(posix.dirname(file), whole);
  };
}

const handlers: Options['handlers'] = {
  [NOTE_NUMBER]: (_, element: Element) => ({ type: 'footnoteReference', ...labelOf(element) }),
  [NOTE]: (state, element: Element) => ({
    type: 'footnoteDefinition',
    ...labelOf(element),
    children: state.toFlow(state.all(element)) as never,
  }),
};

// Of the extensions of GitHub only two: a third one escapes the points in every web address that is no link.
const processor = unified()
  .data('toMarkdownExtensions', [gfmTableToMarkdown({ tablePipeAlign: false }), gfmFootnoteToMarkdown()])
  .use(rehypeRemark, { handlers })
  .use(remarkStringify, { bullet: '-', emphasis: '_' });

/** Writes a part of a page as Markdown, one line a paragraph, with notes as footnotes. */
function toMarkdown(part: Element): string {
  return processor.stringify(processor.runSync({ type: 'root', children: [part] }));
}

function labelOf({ properties }: Element): { identifier: string; label: string } {
  const label = String(properties['label']);
  return { identifier: label, label };
}
