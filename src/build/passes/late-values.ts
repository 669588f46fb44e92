import { brotliCompressSync } from 'node:zlib';
import { formatFileSize } from '../../data/format.ts';
import { fail } from '../../data/errors.ts';
import type { Briefing } from '../pdf/print-forms.ts';
import { attributeEdit, cutEdit, type Edit, type Page } from '../page.ts';
import { attributeOf, type HtmlElement } from '../html-tree.ts';

/**
 * Attribute that asks for what is only known once other files are finished: `<span data-late="weight:explainer.txt"></span>` is filled with the size of
 * that file, and `data-late="if:briefings"` keeps an element only in a site that has the printed forms. No finished page bears it.
 */
const ATTRIBUTE = 'data-late';

/** Answers about a page, from its bytes. */
const OF_PAGE: Record<string, (page: Buffer) => string> = {
  /** What it takes on a disk. */
  size: (page) => formatFileSize(page.length),
  /** What it weighs as it comes over a line, compressed. */
  weight: (page) => formatFileSize(brotliCompressSync(page).length),
};

/** Answers about a printed form. */
const OF_BRIEFING: Record<string, (briefing: Briefing) => string> = {
  size: ({ bytes }) => formatFileSize(bytes),
  pages: ({ pages }) => String(pages),
};

/** Asks for attributes instead of words: those of a picture of the first page of a printed form. */
const PICTURE = 'picture';

/** Conditions under which an element stays. */
const CONDITIONS: Record<string, (hasBriefings: boolean) => boolean> = {
  'if:briefings': (hasBriefings) => hasBriefings,
  'unless:briefings': (hasBriefings) => !hasBriefings,
};

/** Sources of late values: the printed forms and the finished pages. */
export interface LateValueSources {
  /** The printed forms; null if none were printed. */
  briefings: readonly Briefing[] | null;
  /** Gives a finished page, or the text of one, by its address, or undefined if there is none. */
  pageAt: (file: string) => string | undefined;
}

/**
 * Returns the edits that fill in every late value of a page.
 * @throws ContentError if it asks about a file that there is not, or for what no file can answer.
 */
export function lateValues(page: Page, finished: LateValueSources): Edit[] {
  const asking = page.elements.filter((element) => attributeOf(element, ATTRIBUTE) !== undefined);
  const cuts = asking.filter((element) => isLeftOut(element, finished)).flatMap(cutEdit);
  const isCut = ({ sourceCodeLocation: place }: HtmlElement) =>
    place && cuts.some(({ from, to }) => place.startOffset >= from && place.startOffset < to);
  return [...cuts, ...asking.filter((element) => !isCut(element)).flatMap((one) => fill(one, page.file, finished))];
}

function isLeftOut(element: HtmlElement, { briefings }: LateValueSources): boolean {
  return CONDITIONS[attributeOf(element, ATTRIBUTE) ?? '']?.(briefings !== null) === false;
}

function fill(element: HtmlElement, file: string, finished: LateValueSources): Edit[] {
  const asked = attributeOf(element, ATTRIBUTE) ?? '';
  if (asked in CONDITIONS) return attributeEdit(element, ATTRIBUTE);
  const { startTag, endTag, startOffset = 0, endOffset = 0 } = element.sourceCodeLocation ?? {};
  const answer = answerTo(asked, file, finished);
  if (typeof answer !== 'string') {
    const { png, width, height } = answer;
    const source = `src="data:image/png;base64,${png.toString('base64')}" width="${width}" height="${height}"`;
    return attributeEdit(element, ATTRIBUTE, source);
  }
  // A span that was there for the question alone goes with it.
  if (element.tagName === 'span' && element.attrs.length === 1)
    return [{ from: startOffset, to: endOffset, text: answer }];
  return [
    ...attributeEdit(element, ATTRIBUTE),
    { from: startTag?.endOffset ?? endOffset, to: endTag?.startOffset ?? endOffset, text: answer },
  ];
}

function answerTo(
  asked: string,
  file: string,
  { briefings, pageAt }: LateValueSources,
): string | Briefing['thumbnail'] {
  const [question = '', subject = ''] = asked.split(':');
  const unknown = (known: string[]) => fail({ file, found: `the late value "${asked}"`, expected: known.join(', ') });
  if (/\.(?:html|txt|json)$/.test(subject)) {
    const page =
      pageAt(subject) ??
      fail({ file, found: `the late value "${asked}"`, expected: 'the address of a page or its text' });
    return OF_PAGE[question]?.(Buffer.from(page)) ?? unknown(Object.keys(OF_PAGE));
  }
  const briefing =
    briefings?.find((one) => one.file === subject) ??
    fail({
      file,
      found: `the late value "${asked}"`,
      expected: `one about ${briefings?.map((one) => one.file).join(', ') ?? `a page, or ${ATTRIBUTE}="if:briefings" around it`}`,
    });
  if (question === PICTURE) return briefing.thumbnail;
  return OF_BRIEFING[question]?.(briefing) ?? unknown([...Object.keys(OF_BRIEFING), PICTURE]);
}
