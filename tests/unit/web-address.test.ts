import { describe, expect, it } from 'vitest';
import { mailAddressFault, plainAddressFault, webAddressFault } from '../../src/data/web-address.ts';
import { warnings } from '../../src/data/checks/check-rows.ts';
import { siteCard } from '../../src/data/schemas/site.ts';
import { change, problemsAfter, smallLedger, smallSite } from './kit/ledger.ts';
import { rowsIn, source } from './kit/rows.ts';

describe('an address is taken', () => {
  it.each([
    'https://example.org',
    'https://www.example.org/a/b.html?p=1&lang=my#part',
    'https://hist_burma.en-academic.com/686/Tatmadaw',
    'https://example.org/%E6%9E%9C%E6%95%A2?q=two%20words',
    'https://example.org/果敢',
    'https://EXAMPLE.org/A',
  ])('%s', (text) => expect(plainAddressFault(text)).toBeNull());
});

describe('an address is refused', () => {
  it.each([
    ['example.org', 'an address that begins with https://'],
    ['javascript:alert(1)', 'an address that begins with https://'],
    ['data:text/html,x', 'an address that begins with https://'],
    ['ftp://example.org', 'an address that begins with https://'],
    ['//example.org', 'an address that begins with https://'],
    ['https:example.org', 'an address that begins with https://'],
    ['https:///example.org', 'an address that begins with https://'],
    ['http://example.org', 'an address that begins with https://'],
    ['https://', 'an address that begins with https://'],
    ['https://example.org\\@evil.example/', 'an address without \\'],
    ['https://exa mple.org', 'an address without the unseen sign U+0020'],
    ['https://user:secret@example.org', 'an address without a user name or password'],
    ['https://@example.org', 'an address without a user name or password'],
    ['https://www.un.org@evil.example/', 'an address without a user name or password'],
    ['https://example.org:8443/', 'no port'],
    ['https://localhost/', 'a host that everybody can reach'],
    ['https://press.local/', 'a host that everybody can reach'],
    ['https://abcdef.onion/', 'a host that everybody can reach'],
    ['https://files.internal/', 'a host that everybody can reach'],
    ['https://127.0.0.1.nip.io/', 'a host that everybody can reach'],
    ['https://intranet/', 'a host that everybody can reach'],
    ['https://press/', 'a host with a dot'],
    ['https://example.org./', 'a host with a dot'],
    ['https://127.0.0.1/', 'the name of a host, no number'],
    ['https://8.8.8.8/', 'the name of a host, no number'],
    ['https://2130706433/', 'the name of a host, no number'],
    ['https://0x7f.1/', 'the name of a host, no number'],
    ['https://0177.0.0.1/', 'the name of a host, no number'],
    ['https://①②⑦.⓪.⓪.①/', 'the name of a host, no number'],
    ['https://[::1]/', 'the name of a host, no number'],
    ['https://[::ffff:127.0.0.1]/', 'the name of a host, no number'],
    ['https://example.123/', 'an address that begins with https://'],
    ['https://ｅxample.org/', 'the host as a browser reads it: example.org'],
    ['https://example。org/', 'the host as a browser reads it: example.org'],
    ['https://%65xample.org/', 'the host as a browser reads it: example.org'],
    ['https://irr\u0430waddy.com/', 'a host in one script: a browser reads xn--'],
    ['https://xn--irrwaddy-36g.com/', 'a host in one script: a browser reads xn--'],
    ['https://xn--irrwaddy-y2i.com/', 'a host whose name can be read'],
    ['https://\u0430\u0440\u0440\u04CF\u0435.com/', 'a host in one script: a browser reads xn--'],
    ['https://un果敢.org/', 'a host in one script: a browser reads xn--'],
    ['https://ırrawaddy.com/', 'a host in the letters a–z, without ı'],
    ['https://果敢.中国/', 'a host in the letters a–z, without 果敢中国'],
    ['https://exam\u200Bple.org/', 'an address without the unseen sign U+200B'],
    ['https://exam\u00ADple.org/', 'an address without the unseen sign U+00AD'],
    ['https://example.org/\u202Egpj.exe', 'an address without the unseen sign U+202E'],
    ['https://example.org/%E2%80%AEgpj.exe', 'an address without the unseen sign U+202E'],
    ['https://example.org/a%00b', 'an address without the unseen sign U+0000'],
    ['https://example.org/a\tb', 'an address without the unseen sign U+0009'],
    ['https://example.org/\uFE0F', 'an address without the unseen sign U+FE0F'],
    ['https://example.org/"onclick="go()', 'an address without \\ < > "'],
    ['https://example.org/<script>', 'an address without \\ < > "'],
    ['https://example.org/?utm_source=x', 'the address without “utm_source”'],
    ['https://example.org/?a=1&UTM_Campaign=x', 'the address without “UTM_Campaign”'],
    ['https://example.org/?%66bclid=x', 'the address without “fbclid”'],
    ['https://example.org/?gclid=x', 'the address without “gclid”'],
    ['https://example.org/?igshid=x', 'the address without “igshid”'],
    ['https://example.org/?mc_cid=x', 'the address without “mc_cid”'],
    ['https://example.org/#utm_medium=x', 'the address without “utm_medium”'],
    ['https://bit.ly/abc', 'the address that it leads to'],
    ['https://www.google.com/url?q=https://example.org', 'the address that it leads to'],
    [`https://example.org/${'a'.repeat(1000)}`, 'at most 1000 letters'],
  ])('%s', (text, expected) => expect(plainAddressFault(text)).toContain(expected));
});

describe('a mail address', () => {
  it.each(['desk@example.org', 'a.b+c@news.example.org'])('is taken: %s', (text) =>
    expect(mailAddressFault(text)).toBeNull(),
  );
  it.each([
    'desk@example.org?bcc=spy@evil.example',
    'desk@localhost',
    'desk@[127.0.0.1]',
    'desk@127.0.0.1',
    'a@b@example.org',
    'de\u200Bsk@example.org',
    'desk@ex\u0430mple.org',
    'javascript:go()@example.org',
    'desk@example.org:25',
  ])('is refused: %s', (text) => expect(mailAddressFault(text)).not.toBeNull());
});

describe('contact and licence of the site', () => {
  const takes = (fields: object) => siteCard.safeParse({ ...smallSite(), ...fields }).success;
  it.each(['https://example.org/contact', 'desk@example.org', null])('may be %s', (contact) =>
    expect(takes({ contact })).toBe(true),
  );
  it.each(['http://example.org', 'javascript:go()', 'data:text/html,@x', 'https://a@b.example', '', 'call us'])(
    'may not be "%s"',
    (contact) => expect([takes({ contact }), takes({ licence: { name: 'CC', url: contact } })]).toEqual([false, false]),
  );
});

describe('an address that only a reason excuses', () => {
  const withUrl = (url: string, may?: ['http'] | ['port']) =>
    problemsAfter((ledger) => {
      change(ledger.sources, 'un-flash10', { url });
      if (may) ledger.hosts.set('old.example.net', { id: 'old.example.net', may, why: 'read so; https was not tried' });
    });

  it('is refused without it, and the message says where to give it', () => {
    expect(withUrl('http://www.old.example.net/a')).toEqual([
      'content/sources.csv:2 "url": found "http://www.old.example.net/a"; expected an address that begins with https://, or old.example.net in content/hosts.yaml with may: [http] and a reason',
    ]);
    expect(withUrl('http://old.example.net/a', ['port'])).toHaveLength(1);
  });

  it('is taken with it', () => {
    expect(webAddressFault('http://www.old.example.net/a')).toBeNull();
    expect(withUrl('http://www.old.example.net/a', ['http'])).toEqual([]);
    expect(withUrl('https://old.example.net:8443/a', ['port'])).toEqual([]);
  });
});

describe('a host that is odd', () => {
  const warningsOf = (url: string, may = false) => {
    const ledger = smallLedger();
    const urls = ['https://paper.example.com/1', 'https://paper.example.com/2', 'https://my.paper.example.com/3', url];
    ledger.sources = rowsIn(
      'content/sources.csv',
      urls.map((one, index) => source(`s${index}`, { publisher: 'The Paper', url: one })),
    );
    const { hostname: id } = new URL(url);
    if (may) ledger.hosts.set(id, { id, may: ['other-host'], why: 'run by another paper' });
    return warnings(ledger).filter((line) => line.startsWith('content/sources.csv'));
  };

  it('is named if the publisher is known by another', () => {
    expect(warningsOf('https://news.example.net/4')).toEqual([
      'content/sources.csv:5 "url": the host news.example.net is not example.com, by which The Paper is known; if that is right, give news.example.net may: [other-host] and a reason in content/hosts.yaml',
    ]);
    expect(warningsOf('https://archive.example.com/4')).toEqual([]);
    expect(warningsOf('https://news.example.net/4', true)).toEqual([]);
  });

  it.each(['exanple.com', 'exmaple.com', 'examplee.com', 'exmple.com'])('is named if a letter is wrong: %s', (host) => {
    const ledger = smallLedger();
    ledger.sources = rowsIn('content/sources.csv', [
      source('a', { url: 'https://example.com/1' }),
      source('b', { publisher: 'Another', url: `https://${host}/2` }),
    ]);
    expect(warnings(ledger).join('\n')).toContain(`the host ${host} differs by one letter from example.com`);
  });

  it('is named if nothing is there any more', () => {
    const ledger = smallLedger();
    ledger.hosts.set('gone.example', { id: 'gone.example', may: ['http'], why: 'read so; https was not tried' });
    expect(warnings(ledger).join('\n')).toContain('content/hosts.yaml: no source has an address at gone.example');
  });
});
