import type { Briefing } from './pdf/print-forms.ts';
import type { ForwardedId } from '../site/permanent-ids/read-forwards.ts';
import { refreshOf, type MovedPage } from '../site/moved-pages.ts';
import type { OwnTexts } from '../layouts/own-texts.ts';
import { fail, ContentError } from '../data/errors.ts';
import { applyEdits, type Page } from './page.ts';
import type { HtmlElement } from './html-tree.ts';
import { contentPolicy } from './passes/content-policy.ts';
import { markupProblems } from './passes/check-markup.ts';
import { lateValues } from './passes/late-values.ts';
import { oneFileLinks } from './passes/one-file-links.ts';
import { oldAnchors } from './passes/forwarded-ids.ts';
import { relativeLinks } from './passes/relative-links.ts';

/** Facts that the passes need besides the pages. */
interface Context {
  forwards: readonly ForwardedId[];
  /** Pages that have moved: only they may lead a reader on by themselves. */
  moved: readonly MovedPage[];
  /** Plain texts of pages, and the index of the search, by their addresses: pages say what they weigh. */
  texts: ReadonlyMap<string, string>;
  /** The printed forms; null if none were printed. */
  briefings: readonly Briefing[] | null;
  /** Styles and scripts that may stand in them. */
  own: OwnTexts;
  /** Looks for the line that an element of a page comes from. */
  findOrigin?: (element: HtmlElement) => string | undefined;
}

/**
 * Finishes every page that Astro wrote. A page was parsed once; each pass reads that tree and returns edits of the text, and the text
 * is put together once. Edits rather than a changed tree that is written anew: what no pass touches stays as Astro wrote it (a drawing
 * keeps its self-closing tags, which are a tenth of a page), passes cannot see each other's work, and their order does not matter.
 * A page about which another asks, such as its size, is finished before that one.
 * @returns The HTML of each page by its address.
 * @throws ContentError if a page holds what the build did not put there or no policy can allow, or asks for what is not known.
 */
export function finishPages(
  pages: ReadonlyMap<string, Page>,
  { forwards, moved, texts, briefings, own, findOrigin }: Context,
): ReadonlyMap<string, string> {
  const refreshes = new Map(moved.map((page) => [page.file, refreshOf(page)]));
  const problems = [...pages.values()].flatMap((page) => markupProblems(page, own, refreshes, findOrigin));
  if (problems.length > 0) throw new ContentError(problems);
  const finished = new Map<string, string>();
  const begun = new Set<string>();
  const pageAt = (file: string): string | undefined => {
    const page = pages.get(file);
    if (!page || finished.has(file)) return finished.get(file) ?? texts.get(file);
    if (begun.has(file))
      fail({ file, found: 'a late value about a page that waits for this one', expected: 'no such circle' });
    begun.add(file);
    const html = applyEdits(page.html, [
      ...relativeLinks(page),
      ...oneFileLinks(page),
      ...oldAnchors(page, forwards).map(({ edit }) => edit),
      ...contentPolicy(page, own),
      ...lateValues(page, { briefings, pageAt }),
    ]);
    finished.set(file, html);
    return html;
  };
  for (const file of pages.keys()) pageAt(file);
  return finished;
}
