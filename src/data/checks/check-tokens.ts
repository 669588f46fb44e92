import { findChatFault, findSharedTitleFault } from '../share-texts.ts';
import type { Ledger } from '../ledger.ts';
import { fillTokens, referencedIds } from '../numbers.ts';
import { quote, type Problem } from '../errors.ts';

/** Checks that a text which readers see as it is written holds no reference. `report` as below. */
export function checkPlain(text: string, report: (found: string, expected: string) => Problem): Problem[] {
  return /[{}]/.test(text) ? [report(quote(text), 'words without references')] : [];
}

/**
 * Checks the `{A21}` references of one template: each names a number, and none of low confidence
 * unless `mayBeWeak`, where the words around it can say how weak it is.
 * @param report Makes a problem of what was found and expected.
 */
export function checkTokens(
  ledger: Ledger,
  template: string,
  mayBeWeak: boolean,
  report: (found: string, expected: string) => Problem,
): Problem[] {
  const ids = referencedIds(template);
  const braces = template.match(/[{}][^{}]*[{}]?/g) ?? [];
  if (braces.length !== ids.length) {
    return [
      report(
        quote(braces.find((text) => referencedIds(text).length === 0) ?? template),
        'a reference such as {A21} or {A21|bare}',
      ),
    ];
  }
  return ids.flatMap((id) => {
    const row = ledger.observations.get(id);
    if (!row && !ledger.derivations.has(id))
      return [report(quote(`{${id}}`), 'the id of a number in content/data or content/derived.yaml')];
    if (row?.confidence === 'low' && !mayBeWeak)
      return [report(`"{${id}}" of low confidence`, 'a number of high or medium confidence')];
    return [];
  });
}

/** Checks the title that a link is shared under: what it refers to, and that it makes sense without the page. */
export function checkSharedTitle(
  ledger: Ledger,
  title: string,
  report: (found: string, expected: string) => Problem,
): Problem[] {
  if (!canFillTokens(ledger, [title])) return [];
  const fault = findSharedTitleFault(fillTokens(ledger, title), ledger.site);
  return fault ? [report(fault.found, fault.expected)] : [];
}

/** Whether every number that the templates refer to is there; those that are not are reported by themselves. */
function canFillTokens(ledger: Ledger, templates: string[]): boolean {
  return templates.flatMap(referencedIds).every((id) => ledger.observations.has(id) || ledger.derivations.has(id));
}

/**
 * Checks the words for a chat: what they refer to, and that with their numbers filled in they are few enough. Where there are none,
 * those in their place are: the finding and its caveat.
 */
export function checkChat(
  ledger: Ledger,
  card: { chat?: string },
  finding: string,
  caveat: string | null,
  report: (found: string, expected: string) => Problem,
): Problem[] {
  const faults = checkTokens(ledger, card.chat ?? '', false, report);
  if (faults.length > 0 || !canFillTokens(ledger, [card.chat ?? '', finding, caveat ?? ''])) return faults;
  const fill = (template: string) => fillTokens(ledger, template);
  const fault = findChatFault(card.chat && fill(card.chat), fill(finding), caveat && fill(caveat));
  return fault ? [report(fault.found, fault.expected)] : [];
}
