import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSize } from '../data/format.ts';
import { fail } from '../data/errors.ts';
import type { Briefing } from './pdf/printed-form.ts';
import { applyEdits, type Edit } from './edits.ts';
import { attributeOf, elementsOf, parsePage, type HtmlElement } from './html.ts';

/** What an element that bears `data-fact` says of the file that its `data-briefing` names. */
const FACTS: Record<string, (briefing: Briefing) => string> = {
  size: ({ bytes }) => fileSize(bytes),
  pages: ({ pages }) => String(pages),
  sha256: ({ sha256 }) => sha256,
};

/** The value of `data-fact` on a picture, which shows the first page. */
const PICTURE = 'picture';

/** The attributes that ask for facts; no finished page bears one. */
const MARKS = ['data-briefings', 'data-briefing', 'data-fact'];

/**
 * Writes into pages what is only known once the forms are printed. What bears `data-briefings="made"` stays where they were, and
 * what bears `data-briefings="left-out"` where they were not, so that no page promises a file that is not there.
 * @param briefings What was printed; null if nothing was.
 */
export function fillBriefings(folder: string, pages: readonly string[], briefings: readonly Briefing[] | null): void {
  for (const page of pages) {
    const path = join(folder, page);
    const html = readFileSync(path, 'utf8');
    const filled = fillPage(html, page, briefings);
    if (filled !== html) writeFileSync(path, filled);
  }
}

/**
 * One page with what is known of the printed forms.
 * @throws ContentError if it asks for a file or a fact that there is not.
 */
export function fillPage(html: string, page: string, briefings: readonly Briefing[] | null): string {
  if (!html.includes('data-briefing')) return html;
  const elements = [...elementsOf(parsePage(html))];
  const wanted = briefings === null ? 'left-out' : 'made';
  const unwanted = elements
    .filter((element) => ![undefined, wanted].includes(attributeOf(element, 'data-briefings')))
    .flatMap(placeOf);
  const isKept = (element: HtmlElement) =>
    placeOf(element).every(({ from }) => !unwanted.some((gone) => from >= gone.from && from < gone.to));
  const edits = elements
    .filter(isKept)
    .flatMap((element) => [
      ...factEdits(element, page, briefings ?? []),
      ...MARKS.filter((name) => attributeOf(element, name) !== PICTURE).flatMap((name) =>
        withoutAttribute(element, name),
      ),
    ]);
  return applyEdits(html, [...unwanted.map(({ from, to }) => ({ from, to, text: '' })), ...edits]);
}

function factEdits(element: HtmlElement, page: string, briefings: readonly Briefing[]): Edit[] {
  const [name, fact] = [attributeOf(element, 'data-briefing'), attributeOf(element, 'data-fact')];
  const { startTag, endTag, startOffset = 0, endOffset = 0 } = element.sourceCodeLocation ?? {};
  if (name === undefined || fact === undefined) return [];
  const briefing =
    briefings.find(({ file }) => file === name) ??
    fail({
      file: page,
      found: `a fact about ${name}`,
      expected: `one of ${briefings.map(({ file }) => file).join(', ') || 'the files that were printed, or data-briefings="made" around it'}`,
    });
  if (fact === PICTURE) {
    const { png, width, height } = briefing.thumbnail;
    const { startOffset: from = 0, endOffset: to = 0 } = element.sourceCodeLocation?.attrs?.['data-fact'] ?? {};
    return [
      { from, to, text: `src="data:image/png;base64,${png.toString('base64')}" width="${width}" height="${height}"` },
    ];
  }
  const say =
    FACTS[fact] ??
    fail({ file: page, found: `the fact "${fact}"`, expected: [...Object.keys(FACTS), PICTURE].join(', ') });
  return [{ from: startTag?.endOffset ?? startOffset, to: endTag?.startOffset ?? endOffset, text: say(briefing) }];
}

function withoutAttribute(element: HtmlElement, name: string): Edit[] {
  const place = element.sourceCodeLocation?.attrs?.[name];
  // With the space before it.
  return place ? [{ from: place.startOffset - 1, to: place.endOffset, text: '' }] : [];
}

function placeOf(element: HtmlElement): { from: number; to: number }[] {
  const place = element.sourceCodeLocation;
  return place ? [{ from: place.startOffset, to: place.endOffset }] : [];
}
