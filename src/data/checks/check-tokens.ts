import { findChatFault, findSharedTitleFault } from '../share-texts.ts';
import type { Ledger } from '../ledger.ts';
import { findLatest, isLatest, observationOf } from '../latest.ts';
import { fillTokens, isEndDate, referencedIds, templateReferences } from '../numbers.ts';
import { quote, type Problem } from '../errors.ts';

/**
 * Checks that a text which readers see as written holds no reference.
 * @param report Makes a problem of what was found and expected.
 */
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
  const references = templateReferences(template);
  const braces = template.match(/[{}][^{}]*[{}]?/g) ?? [];
  if (braces.length !== references.length) {
    return [
      report(
        quote(braces.find((text) => templateReferences(text).length === 0) ?? template),
        'a reference such as {A21} or {A21|bare}',
      ),
    ];
  }
  return references.flatMap(({ id, form }) => {
    if (isEndDate(id)) return [];
    const row = isLatest(id) ? findLatest(ledger, id) : ledger.observations.get(id);
    if (row && 'found' in row) return [report(row.found, row.expected)];
    if ((form === 'date' || form === 'month') && row?.as_of === null)
      return [report(`"{${id}|${form}}", of a row without as_of`, 'a row with a date')];
    if (form === 'round' && row && row.value < 1_000_000)
      return [report(`"{${id}|round}" of ${row.value}`, 'a number of a million or more')];
    if (ledger.derivations.has(id) && form !== 'full' && form !== 'bare')
      return [report(`"{${id}|${form}}", of a computed number`, 'a row with a date')];
    if (!row && !ledger.derivations.has(id))
      return [report(quote(`{${id}}`), 'the id of a number in content/data or content/derived.yaml')];
    if (row?.confidence === 'low' && !mayBeWeak)
      return [report(`"{${id}}" of low confidence`, 'a number of high or medium confidence')];
    return [];
  });
}

/** Checks the title that a link is shared under: its references, and that it makes sense without the page. */
export function checkSharedTitle(
  ledger: Ledger,
  title: string,
  report: (found: string, expected: string) => Problem,
): Problem[] {
  if (!canFillTokens(ledger, [title])) return [];
  const fault = findSharedTitleFault(fillTokens(ledger, title), ledger.site);
  return fault ? [report(fault.found, fault.expected)] : [];
}

/** Returns true if every number that the templates refer to exists; missing ones are reported by `checkTokens`. */
export function canFillTokens(ledger: Ledger, templates: string[]): boolean {
  return templates.flatMap(referencedIds).every((id) => {
    const { kind, of } = ledger.derivations.get(id) ?? { kind: null, of: [id] };
    return of.every((input) => (kind === 'count' ? ledger.figures.has(input) : observationOf(ledger, input)));
  });
}

/**
 * Checks the text for a chat: its references, and that with its numbers filled in it is short enough. Without one, the finding and its
 * caveat are checked in its place.
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
