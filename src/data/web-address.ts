import { domainToUnicode } from 'node:url';

/** What an address may do although a rule is against it, since its host stands in `content/hosts.yaml` with a reason. */
export const HOST_EXCEPTIONS = ['http', 'port', 'letters', 'other-host'] as const;
/** Exception that a host may have. */
export type HostException = (typeof HOST_EXCEPTIONS)[number];

/** Longest address taken, in letters: more than any browser's line shows, and no source has half of it. */
const LONGEST = 1000;

/** Endings that name a machine of the reader's own network, or a network that common browsers do not reach. */
const PRIVATE_ENDINGS =
  `local localhost localdomain internal intranet private lan home corp arpa onion i2p bit alt test invalid
   nip.io sslip.io xip.io localtest.me lvh.me`.split(/\s+/);

/** Hosts, and for one its path, of which nobody can see where they lead, or which note who went there. */
const DETOURS = oneOf(
  `www\\.google\\.[a-z.]+/url (?:www\\.)?(?:bit\\.ly|t\\.co|goo\\.gl|tinyurl\\.com|ow\\.ly|is\\.gd|v\\.gd|t\\.ly)/.*
   (?:buff\\.ly|lnkd\\.in|fb\\.me|dlvr\\.it|rb\\.gy|cutt\\.ly|shorturl\\.at|href\\.li)/.*
   (?:l|lm)\\.facebook\\.com/.* l\\.instagram\\.com/.* translate\\.google\\.com/.* .*safelinks\\.protection\\.outlook\\.com/.*`,
);

/** Hosts that show the page of another under their own name. */
const PROXIES = oneOf(
  `.*\\.ampproject\\.org .*\\.translate\\.goog webcache\\.googleusercontent\\.com .*\\.r\\.appspot\\.com`,
);

/** Endings of files that a computer runs or installs. */
const PROGRAM = /\.(?:exe|msi|apk|dmg|pkg|scr|bat|cmd|ps1|jar|iso|vbs|lnk)$/i;

/** Names of parameters that let in whoever has the address, or name a reader. */
const SECRETS = oneOf(
  `(?:access_?|auth_?|id_?|refresh_?)?token (?:php|j)?sess(?:ion)?_?(?:id)? sid api_?key passw(?:or)?d pwd secret e?-?mail signature x-amz-.*`,
);

/** Names of parameters by which a site tells apart those who follow a link. */
const TRACKERS = oneOf(
  `utm_.* pk_.* mtm_.* _hs.* __hs.* fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid
   ttclid li_fat_id igshid igsh mc_cid mc_eid mkt_tok oly_anon_id oly_enc_id vero_id rb_clickid s_cid
   s_kwcid ref_src ref_url wickedid srsltid __twitter_impression fb_action_ids fb_source spm scid cmpid ncid
   guccounter guce_referrer guce_referrer_sig`,
);

/** Letters that are not seen, turn the direction of a line, or are only spaces. */
const UNSEEN = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

/** Scripts that hold letters which look like Latin ones. */
const LOOK_ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}]/u;

const SCRIPTS = [
  /\p{Script=Latin}/u,
  LOOK_ALIKE,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u,
  /\p{Script=Myanmar}/u,
  /\p{Script=Thai}/u,
];

/** Description of what an address must be. */
const ADDRESS_HELP = 'an address that begins with https://';

/**
 * Finds what is wrong with an address of the web, whatever its host may be allowed.
 * @returns What is expected instead, as a noun phrase; `null` if nothing is wrong.
 */
export function webAddressFault(text: string): string | null {
  const unseen = UNSEEN.exec(text)?.[0] ?? UNSEEN.exec(decoded(text).replaceAll(' ', ''))?.[0];
  if (unseen !== undefined) return `an address without the unseen sign ${codePoint(unseen)}`;
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) return ADDRESS_HELP;
  if (/[\\<>"`{}|^]/.test(text)) return 'an address without \\ < > " ` { } | ^';
  if (text.length > LONGEST) return `at most ${LONGEST} letters`;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || authorityOf(text).includes('@'))
    return 'an address without a user name or password before its host';
  return hostFault(authorityOf(text).replace(/:\d*$/, ''), url) ?? trackerFault(url);
}

/** Returns the exceptions that an address would need, each with what is expected where it has none. The address must have no fault. */
export function exceptionsNeeded(text: string): [exception: HostException, expected: string][] {
  const url = new URL(text);
  const letters = [...domainToUnicode(url.hostname)].filter((letter) => letter > '\u007f');
  return [
    ...(url.protocol === 'https:' ? [] : [['http', ADDRESS_HELP] as [HostException, string]]),
    ...(url.port === '' ? [] : [['port', 'no port'] as [HostException, string]]),
    ...(letters.length === 0
      ? []
      : [['letters', `a host in the letters a–z, without ${letters.join('')}`] as [HostException, string]]),
  ];
}

/**
 * Finds what is wrong with an address that nothing excuses, such as that of the site itself.
 * @returns What is expected instead, as a noun phrase; `null` if nothing is wrong.
 */
export function plainAddressFault(text: string): string | null {
  return webAddressFault(text) ?? exceptionsNeeded(text)[0]?.[1] ?? null;
}

/**
 * Finds what is wrong with a mail address.
 * @returns What is expected instead, as a noun phrase; `null` if nothing is wrong.
 */
export function mailAddressFault(text: string): string | null {
  const host = /^[a-z0-9](?:[\w.+-]*\w)?@([^@/:?#]+)$/i.exec(text)?.[1];
  return host === undefined ? 'a mail address such as name@example.org' : plainAddressFault(`https://${host}`);
}

/** Returns the host of an address, in lower case and without `www.`. */
export function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}

/** Returns the part of an address between its slashes and its path, as it was typed. */
function authorityOf(text: string): string {
  return /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? '';
}

/** Finds what is wrong with a host; `typed` is what stands in the row, which a browser may read as quite another host. */
function hostFault(typed: string, { hostname, pathname }: URL): string | null {
  if (hostname.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(hostname)) return 'the name of a host, no number';
  if (PRIVATE_ENDINGS.some((ending) => `.${hostname}`.endsWith(`.${ending}`)))
    return 'a host that everybody can reach, by a public name';
  const labels = hostname.split('.');
  if (labels.length < 2 || labels.some((label) => label === '' || label.length > 63) || hostname.length > 253)
    return 'a host with a dot in its name, such as example.org';
  if (!/^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(labels.at(-1)!) || labels.some((label) => /^-|-$/.test(label)))
    return 'a host that ends in letters, such as example.org';
  if (!/^[a-z0-9_.-]+$/.test(hostname)) return 'a host of letters, digits, hyphens and dots';
  const shown = domainToUnicode(hostname);
  if (shown === '' || (typed.toLowerCase() !== hostname && typed.toLowerCase().normalize('NFC') !== shown))
    return `the host as a browser reads it: ${hostname}`;
  // What a browser cannot decode is shown by it, and by ours, as it is.
  if (/(?:^|\.)xn--/.test(shown)) return 'a host whose name can be read';
  if (shown.split('.').some(isMixed) || (LOOK_ALIKE.test(shown) && /[a-z]/.test(shown)))
    return `a host in one script: a browser reads ${hostname}`;
  if (DETOURS.test(hostname + pathname)) return 'the address that it leads to';
  if (PROXIES.test(hostname)) return 'the address of the page itself';
  if (PROGRAM.test(pathname)) return 'the address of a page, not of a program';
  if (/;jsessionid=/i.test(pathname)) return 'the address without the id of a visit';
  return null;
}

/** Tells whether a label of a host has letters of more than one script. */
function isMixed(label: string): boolean {
  return SCRIPTS.filter((script) => script.test(label)).length > 1;
}

function trackerFault({ search, hash }: URL): string | null {
  const names = [search, hash.replace(/^#/, '?')].flatMap((part) => [...new URLSearchParams(part).keys()]);
  const secret = names.find((name) => SECRETS.test(name));
  if (secret !== undefined) return `the address without “${secret}”, which names a reader or lets one in`;
  const tracker = names.find((name) => TRACKERS.test(name));
  return tracker === undefined ? null : `the address without “${tracker}”, which tells who followed it`;
}

/** Makes the pattern of a text that is, as a whole and in any case, one of those in a list with spaces between. */
function oneOf(list: string): RegExp {
  return new RegExp(`^(?:${list.split(/\s+/).join('|')})$`, 'i');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function codePoint(letter: string): string {
  return `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
