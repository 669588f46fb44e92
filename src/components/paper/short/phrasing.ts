import type { Nodes, PhrasingContent } from 'mdast';
import { escapeHtml, markScripts } from '../../../site/html.ts';
import type { Ledger } from '../../../data/ledger.ts';
import { resolveNumber, formatNumber, formatEnd, formatReference, type ReferenceForm } from '../../../data/numbers.ts';
import { hasAttribute, attributeText, numberReference, type Element } from '../../../data/mdx.ts';

/** Replacements for notes and links, which paper shows in a way of its own. */
export interface PaperMarks {
  /** HTML of the mark that leads to a note. */
  note: string;
  /** The whole address of a link, or `null` where it can lead nowhere. */
  address: (href: string) => string | null;
}

/**
 * Writes a paragraph as HTML for the short printed forms: the numbers and words of the page, terms without their links.
 * @throws Error on anything else than words, numbers, terms, notes and links.
 */
export function phrasingHtml(ledger: Ledger, nodes: readonly PhrasingContent[], marks: PaperMarks): string {
  const html = (node: Nodes): string => {
    switch (node.type) {
      case 'text':
        return markScripts(node.value);
      case 'paragraph':
        return inside(node.children);
      case 'emphasis':
        return `<em>${inside(node.children)}</em>`;
      case 'strong':
        return `<strong>${inside(node.children)}</strong>`;
      case 'link': {
        const href = marks.address(node.url);
        return href === null ? inside(node.children) : `<a href="${escapeHtml(href)}">${inside(node.children)}</a>`;
      }
      case 'mdxJsxTextElement':
        return elementHtml(node);
      // A comment or a space in braces: the check allows nothing else.
      case 'mdxTextExpression':
        return node.value.trim().startsWith('/*') ? '' : ' ';
      default:
        throw new Error(
          `"${node.type}" in a paragraph for the short printed forms, which show words, numbers, terms and links`,
        );
    }
  };
  const inside = (children: readonly Nodes[]) => children.map(html).join('');
  const elementHtml = (element: Element): string => {
    const id = attributeText(element, 'id') ?? '';
    switch (element.name) {
      case 'Num':
        return `<data class="num" value="${resolveNumber(ledger, id).value}">${escapeHtml(formatNumber(resolveNumber(ledger, id), { isBare: attributeText(element, 'form') === 'bare', withUnit: hasAttribute(element, 'unit') }))}</data>`;
      case 'Latest':
        return escapeHtml(
          formatReference(ledger, numberReference(element) ?? '', formOf(element), hasAttribute(element, 'unit')),
        );
      case 'DataDate':
        return escapeHtml(formatEnd(ledger.site.dataDate, formOf(element) === 'month'));
      case 'LatestEvent':
        return escapeHtml(formatEnd(ledger.site.latestEvent, formOf(element) === 'month'));
      case 'Quoted':
        return escapeHtml(attributeText(element, 'words') ?? '');
      case 'Term':
        return inside(element.children);
      case 'Cite':
        return marks.note;
      default:
        throw new Error(`<${element.name}> in a paragraph for the short printed forms`);
    }
  };
  return inside(nodes).trim();
}

function formOf(element: Element): ReferenceForm {
  return (attributeText(element, 'form') ?? 'full') as ReferenceForm;
}

/** Returns the words of a paragraph without its numbers, notes and marks. */
export function plainText(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? plainText(node.children) : ''))
    .join('');
}
