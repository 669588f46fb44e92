import { dayAddress, numberPageAddress, sectionAddress } from './addresses.ts';
import { asPublished } from '../data/as-published.ts';
import { capitalise, formatDate } from '../data/format.ts';
import { chatText, titleWithSubject } from '../data/share-texts.ts';
import type { Ledger } from '../data/ledger.ts';
import { fillTokens, formatNumber, resolveNumber } from '../data/numbers.ts';
import { memoize, memoizeByRoot } from '../data/memoize.ts';
import { ContentError, type Problem } from '../data/errors.ts';
import { describePreviewCard } from './preview-cards.ts';
import { readSections } from '../data/sections.ts';

/** Work with an address of its own that readers share and cite: the whole explainer, a section, a figure, the brief of a day, or a number. */
export interface CitablePage {
  kind: 'explainer' | 'section' | 'figure' | 'day' | 'number';
  /** `explainer`, the permanent id of the section, figure or number, or the day. */
  id: string;
  title: string;
  /** Finding, in plain text with its numbers filled in: one sentence for a section, one or two for a figure. */
  finding: string;
  /** Caveat: the first note of a figure; elsewhere null. */
  caveat: string | null;
  /** Text of a message for a chat: finding and caveat in few words, with its numbers filled in. */
  chat: string;
  /** Title of a link to it elsewhere, where nobody sees the page. */
  shared: string;
  /** Address from the top of the site: `s/china.html`. */
  address: string;
  /** Address of its picture for previews, from the top of the site: `cards/s-china.png`. */
  card: string;
  /** That picture in words. */
  cardWords: string;
  /** The last day or month that its numbers describe, as an ISO date of either precision. */
  asOf: string;
  /** Position in the explainer, for a section or a figure; null for the whole. */
  number: number | null;
}

/** Returns the whole explainer as a work. */
export function explainerPage(ledger: Ledger): CitablePage {
  const { site } = ledger;
  const finding = fillTokens(ledger, site.description);
  const named = { kind: 'explainer' as const, id: 'explainer', title: site.title, finding };
  return {
    ...named,
    caveat: null,
    chat: chatText(fillOptional(ledger, site.chat), finding, null),
    shared: site.subject,
    address: 'index.html',
    card: 'cards/explainer.png',
    cardWords: describePreviewCard(ledger, named),
    asOf: site.dataDate,
    number: null,
  };
}

/** Returns the sections as works of their own. Every page that names its neighbours asks, so they are read once for each ledger. */
export const sectionPages = memoizeByRoot((ledger: Ledger, root: string): CitablePage[] => {
  const problems: Problem[] = [];
  const files = readSections(root, problems);
  if (problems.length > 0) throw new ContentError(problems);
  return files.flatMap(({ id, card }, index) => {
    if (!card) return [];
    const finding = fillTokens(ledger, card.finding);
    const chat = chatText(fillOptional(ledger, card.chat), finding, null);
    const named = { kind: 'section' as const, id, title: card.title, finding };
    return [
      {
        ...named,
        caveat: null,
        chat,
        shared: titleWithSubject(card.title, ledger.site),
        address: sectionAddress({ id }),
        card: `cards/s-${id}.png`,
        cardWords: describePreviewCard(ledger, named),
        asOf: ledger.site.dataDate,
        number: index + 1,
      },
    ];
  });
});

/** Returns the briefs of single days as works of their own, first to last. */
export const dayPages = memoize((ledger: Ledger): CitablePage[] => {
  const { name, country } = ledger.site;
  return [...ledger.briefs.values()]
    .sort((a, b) => a.id.localeCompare(b.id))
    .map(({ id, finding: template, chat }) => {
      const then = asPublished(ledger, id);
      const finding = fillTokens(then, template);
      const on = formatDate(id);
      const named = { kind: 'day' as const, id, title: `${name} as known on ${on}`, finding };
      return {
        ...named,
        caveat: null,
        chat: chatText(fillOptional(then, chat), finding, null),
        shared: `${name} in ${country}: what was known on ${on}, and what is known now`,
        address: dayAddress({ id }),
        card: `cards/then-${id}.png`,
        cardWords: describePreviewCard(ledger, named),
        asOf: id,
        number: null,
      };
    });
});

/** Returns the most quoted numbers as works of their own, in the order of their file. */
export const numberPages = memoize((ledger: Ledger): CitablePage[] =>
  [...ledger.safeLines.values()].flatMap(({ id, write = '', avoid, own_page }) => {
    if (!own_page) return [];
    const number = resolveNumber(ledger, id);
    const title = capitalise(formatNumber(number, { withUnit: true }));
    const finding = fillTokens(ledger, write);
    const named = { kind: 'number' as const, id, title, finding };
    return [
      {
        ...named,
        caveat: avoid === undefined ? null : fillTokens(ledger, avoid),
        chat: finding,
        shared: titleWithSubject(title, ledger.site),
        address: numberPageAddress({ id }),
        card: `cards/n-${id.toLowerCase()}.png`,
        cardWords: describePreviewCard(ledger, named),
        asOf: number.asOf ?? latestInput(ledger, id),
        number: null,
      },
    ];
  }),
);

/** Returns the latest day or month of the rows that a number is computed from. */
function latestInput(ledger: Ledger, id: string): string {
  const days = (ledger.derivations.get(id)?.of ?? []).map((of) => ledger.observations.get(of)?.as_of ?? '');
  return days.toSorted().at(-1) || ledger.site.dataDate;
}

/** Fills in the numbers of a text that an editor may leave out. */
export function fillOptional(ledger: Ledger, template: string | undefined): string | undefined {
  return template === undefined ? undefined : fillTokens(ledger, template);
}
