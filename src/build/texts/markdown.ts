import type { Element } from 'hast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import rehypeRemark, { type Options } from 'rehype-remark';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { NOTE, NOTE_NUMBER } from './readable-part.ts';

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
export function toMarkdown(part: Element): string {
  return processor.stringify(processor.runSync({ type: 'root', children: [part] }));
}

function labelOf({ properties }: Element): { identifier: string; label: string } {
  const label = String(properties['label']);
  return { identifier: label, label };
}
