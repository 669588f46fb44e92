import postcss, { type ChildNode } from 'postcss';
import { applyEdits, type Edit } from '../../../src/build/page.ts';
import { elementsOf, parsePage, textContent } from '../../../src/build/html-tree.ts';

/** What phones of 2018 (Chrome 66, Firefox 60, Safari 11) do not know; a rule with such a selector is lost to them whole. */
const NEW_SELECTOR = /(?<!:):(?:is|where|has|focus-visible)\b|::(?:details-content|marker|file-selector-button)\b/;
/** What `:not()` stands around. */
const NEGATED = /:not\(((?:[^()]|\([^()]*\))*)\)/g;
/** More than one simple selector, of which alone `:not()` could be made then. */
const COMPOUND = /[ ,>+~]|.[.:#[]/;
const AT_RULES = ['container', 'layer', 'property', 'scope', 'starting-style', 'supports'];
/** Questions of a condition that they cannot answer, so that it never holds; and the form with signs, which they cannot read. */
const CONDITIONS = /forced-colors|prefers-color-scheme|prefers-reduced-motion|prefers-contrast|any-hover|[<>]/;
/** A declaration that is lost to them alone. */
const PROPERTIES =
  /^(?:(?:padding|margin|border|inset)-(?:block|inline)(?:-.*)?|inset|accent-color|aspect-ratio|color-scheme|container(?:-.*)?|content-visibility|forced-color-adjust|text-wrap|text-underline-offset|text-decoration-thickness|print-color-adjust|appearance|scrollbar-.*)$/;
const VALUES =
  /\b(?:min|max|clamp|light-dark|color-mix|oklch|oklab|lab|lch)\(|\b(?:Canvas|CanvasText|LinkText|revert|clip)\b/;

/**
 * Reduces a page to what a phone of 2018 knows of it: the rules and declarations that it can read. Its scripts are too new for it, and so is a policy that lists the styles as they were.
 * Spaces between the boxes of a row, which such a phone has between those of a grid alone, are gone too.
 */
export function asIn2018(html: string): string {
  const elements = [...elementsOf(parsePage(html))];
  const edits = elements.flatMap((element): Edit[] => {
    const { startOffset: from, endOffset: to, startTag, endTag } = element.sourceCodeLocation ?? {};
    if (from === undefined || to === undefined) return [];
    const isPolicy =
      element.tagName === 'meta' &&
      element.attrs.some(({ name, value }) => name === 'http-equiv' && value === 'content-security-policy');
    if (isPolicy || element.tagName === 'script') return [{ from, to, text: '' }];
    if (element.tagName !== 'style' || !startTag || !endTag) return [];
    return [{ from: startTag.endOffset, to: endTag.startOffset, text: sheetOf2018(textContent(element)) }];
  });
  return applyEdits(html, edits);
}

/** Removes from a style sheet what is lost. */
export function sheetOf2018(sheet: string): string {
  const root = postcss.parse(sheet);
  root.walk((node) => {
    if (isLost(node)) node.remove();
  });
  return root.toString();
}

function isLost(node: ChildNode): boolean {
  if (node.type === 'atrule')
    return AT_RULES.includes(node.name) || (node.name === 'media' && CONDITIONS.test(node.params));
  if (node.type === 'rule') return hasNewSelector(node.selector);
  return node.type === 'decl' && (PROPERTIES.test(node.prop) || VALUES.test(node.value));
}

function hasNewSelector(selector: string): boolean {
  return (
    NEW_SELECTOR.test(selector) ||
    [...selector.matchAll(NEGATED)].some(([, negated]) => COMPOUND.test((negated as string).trim()))
  );
}
