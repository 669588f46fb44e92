import { z } from 'astro/zod';
import { HOST_EXCEPTIONS, webAddressFault } from '../web-address.ts';
import { address, id, oneOf, optionalDate, optionalWords, phraseList, words, yesNo } from './fields.ts';

/** Document that the explainer rests on. */
export const source = z.strictObject({
  /** Permanent key, cited by rows and prose. */
  id,
  /** The original publisher, not the site where a copy was read. */
  publisher: words,
  /** The headline, or in words what the document is. */
  title: words,
  /** Origin of the title: the headline as read (`yes`), rebuilt from the page's address (`from-address`) or described by us (`described`). */
  title_seen: oneOf(['yes', 'from-address', 'described']),
  /** Publication date as finely as it is known. */
  published: optionalDate,
  /** Date in words, where there is no exact one. */
  published_note: optionalWords,
  /** Date of a later version that was read, as finely as it is known: what happened after `published` is told by that one. */
  updated: optionalDate,
  /** Languages of the text, as BCP 47 tags separated by commas, the main one first. */
  language: words.refine(
    (text) => text.split(',').every((tag) => isLanguageTag(tag.trim())),
    'language tags such as "en" or "zh-Hans", separated by commas',
  ),
  /** Kind of publisher. */
  kind: oneOf([
    'wire',
    'local-media',
    'state-media',
    'un',
    'ngo',
    'think-tank',
    'reference',
    'official',
    'armed-group',
  ]),
  /** The publisher's own address or a reputable archive; blank where only other hosts are known. */
  url: optionalWords.superRefine(address(webAddressFault, true)),
  /** Addresses of copies that were read instead of the publisher's own page; shown as plain host names, never as links. */
  copies: phraseList.superRefine(address(webAddressFault, true)),
  /** Part or form of it that was read. */
  read: oneOf(['opening', 'copy', 'republication', 'summary', 'data']),
  /** True if it is too weak to carry a statement alone; the site says so wherever it is cited. */
  weak: yesNo,
  /** Remark for readers of the source list. */
  note: optionalWords,
});

/** Checked row of a document. */
export type Source = z.infer<typeof source>;

const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

function isLanguageTag(text: string): boolean {
  try {
    return NAMES.of(text) !== undefined;
  } catch {
    return false;
  }
}

/** Host of a source whose addresses may do what others may not. */
export const host = z.strictObject({
  /** The host as it stands in the addresses, in lower case and without `www.`. */
  id: z.string().regex(/^(?!www\.)[a-z0-9_.-]+$/, 'a host in lower case, without https:// and www.'),
  /** What it may: `http` instead of https, a `port`, `letters` beyond a–z, or `other-host`: its row's publisher is known by another. */
  may: z
    .array(z.enum(HOST_EXCEPTIONS, { error: `one of ${HOST_EXCEPTIONS.join(', ')}` }))
    .min(1, `at least one of ${HOST_EXCEPTIONS.join(', ')}`),
  /** The reason, as known when the address was read. */
  why: z.string().min(10, 'a reason in some words'),
});

/** Checked exception of a host. */
export type Host = z.infer<typeof host>;
