import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { mediaTypeOf } from '../../src/build/hosts/media-types.ts';
import { textOf } from '../../src/site/editions.ts';
import { FILES } from './kit/dist.ts';
import { testInBrowser, useForeignSite } from './kit/browsed-hosts.ts';
import { useBrowser } from './kit/browser.ts';
import { ask } from './kit/hosts.ts';
import { hostNames, useHost } from './kit/running-hosts.ts';
import { pick, wantedHeaders } from './kit/wanted-headers.ts';

/** Texts, whose compressed copies lie beside them. */
const TEXTS = ['index.html', 's/china.html', '404.html', 'data/positions.csv', 'figures/map.svg', 'embed/map.json'];
/** One of each kind of file. The PDFs may have been left out. */
const SAMPLES = [
  ...TEXTS,
  'explainer.txt',
  'search.html',
  'embed/map.html',
  's/china.txt',
  'figures/map.html',
  'figures/map.txt',
  'figures/map.png',
  'data/positions.json',
  'feed.xml',
  'robots.txt',
  '_headers',
  'hosts/nginx.conf',
  'search-index.json',
  ...FILES.filter((file) => file.endsWith('.pdf')),
];
const LARGE = FILES.find((file) => file.endsWith('.pdf')) ?? 'figures/map.png';

const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync };
type Encoding = keyof typeof UNPACK;
const CODINGS: Encoding[] = ['br', 'gzip'];

/** What a cache must keep apart: of a page that has a text, who asked for that. */
const varyOf = (file: string) => (textOf(file) === null ? 'Accept-Encoding' : 'Accept-Encoding, Accept');

const visit = useBrowser();
const foreign = useForeignSite();

describe.each(await hostNames())('%s', (name) => {
  const { mirror, host } = useHost(name, TEXTS);
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    ask(host().origin, path, headers, method);

  it('sends each kind of file as it is, with its type and its headers, and no version of its own', async () => {
    for (const file of SAMPLES) {
      const { status, headers, body } = await get(`/${file}`);
      expect({ status, ...pick(headers, Object.keys(wantedHeaders(file))) }, file).toEqual({
        status: 200,
        ...wantedHeaders(file),
      });
      expect(body.equals(mirror().read(file)), file).toBe(true);
      expect(headers.server ?? '', file).not.toMatch(/\d/);
    }
  });

  it('gives a page without the end of its name too, and the explainer at the top', async () => {
    for (const [address, file] of [
      ['/', 'index.html'],
      ['/?at=2023-12-01', 'index.html'],
      ['/index', 'index.html'],
      ['/s/china', 's/china.html'],
      ['/embed/map', 'embed/map.html'],
      ['/figures/map', 'figures/map.html'],
      ['/search?q=Lashio', 'search.html'],
    ] as const) {
      const { status, headers, body } = await get(address);
      expect({ status, ...pick(headers, Object.keys(wantedHeaders(file))) }, address).toEqual({
        status: 200,
        ...wantedHeaders(file),
      });
      expect(body.equals(mirror().read(file)), address).toBe(true);
    }
  });

  it('gives the text of a page to who asks for plain text, and the page to who takes that too', async () => {
    for (const [address, file] of [
      ['/', 'explainer.txt'],
      ['/index.html', 'explainer.txt'],
      ['/s/china', 's/china.txt'],
      ['/s/china.html?from=radio', 's/china.txt'],
      ['/figures/map.html', 'figures/map.txt'],
      ['/timeline.html', 'timeline.html'],
      ['/data/positions.csv', 'data/positions.csv'],
    ] as const) {
      const page = FILES.find((one) => textOf(one) === file) ?? file;
      for (const [accept, expected] of [
        ['text/plain', file],
        ['text/plain, text/*;q=0.5', file],
        ['text/html,application/xhtml+xml,text/plain;q=0.9', page],
        ['*/*', page],
      ] as const) {
        const { status, headers, body } = await get(address, { accept });
        const found = { status, ...pick(headers, Object.keys(wantedHeaders(expected))) };
        expect(found, `${address} as ${accept}`).toEqual({ status: 200, ...wantedHeaders(expected) });
        expect(/\bAccept$/.test(headers.vary ?? ''), address).toBe(page !== file);
        expect(body.equals(mirror().read(expected)), `${address} as ${accept}`).toBe(true);
      }
    }
    expect((await get('/s/missing', { accept: 'text/plain' })).status).toBe(404);
  });

  it('takes the compressed copy that the browser reads, and says that it chose', async () => {
    for (const file of TEXTS) {
      for (const coding of CODINGS) {
        const { status, headers, body } = await get(`/${file}`, { 'accept-encoding': coding });
        expect(
          { status, ...pick(headers, [...Object.keys(wantedHeaders(file)), 'content-encoding', 'vary']) },
          `${file} as ${coding}`,
        ).toEqual({ status: 200, ...wantedHeaders(file), 'content-encoding': coding, vary: varyOf(file) });
        expect(UNPACK[coding](body).equals(mirror().read(file)), `${file} as ${coding}`).toBe(true);
      }
    }
  });

  it('takes the smallest of several, and none that is refused or unknown', async () => {
    const chosen = async (accepted: string) => {
      const { headers, body } = await get('/index.html', { 'accept-encoding': accepted });
      expect(headers.vary).toBe('Accept-Encoding, Accept');
      const coding = headers['content-encoding'];
      expect((coding === undefined ? body : UNPACK[coding as Encoding](body)).equals(mirror().read('index.html'))).toBe(
        true,
      );
      return coding;
    };
    expect(await chosen('gzip, deflate, br, zstd')).toBe('br');
    expect(await chosen('gzip, deflate, br')).toBe('br');
    expect(await chosen('gzip, deflate')).toBe('gzip');
    expect(await chosen('br;q=0, gzip')).toBe('gzip');
    expect(await chosen('identity')).toBeUndefined();
    expect(await chosen('compress')).toBeUndefined();
    expect(
      (await get('/index.html', { 'accept-encoding': 'gzip', via: '1.1 cache.example' })).headers['content-encoding'],
    ).toBe('gzip');
  });

  it('answers in a few bytes where the browser has it already', async () => {
    for (const coding of [...CODINGS, 'identity']) {
      for (const file of ['index.html', 'data/positions.csv']) {
        const before = await get(`/${file}`, { 'accept-encoding': coding });
        for (const [question, answer] of [
          ['if-none-match', 'etag'],
          ['if-modified-since', 'last-modified'],
        ] as const) {
          const { status, body } = await get(`/${file}`, {
            'accept-encoding': coding,
            [question]: before.headers[answer]!,
          });
          expect({ status, bytes: body.length }, `${file} as ${coding}, ${question}`).toEqual({
            status: 304,
            bytes: 0,
          });
        }
      }
    }
    expect((await get('/index.html', { 'if-none-match': '"of-yesterday"' })).status).toBe(200);
  });

  it('gives a part of a large file', async () => {
    const whole = mirror().read(LARGE);
    const { status, headers, body } = await get(`/${LARGE}`, { range: 'bytes=1000-1999' });
    // Without a `content-disposition` a browser shows what it can.
    expect({ status, ...pick(headers, ['content-range', 'content-type', 'content-disposition']) }).toEqual({
      status: 206,
      'content-range': `bytes 1000-1999/${whole.length}`,
      'content-type': mediaTypeOf(LARGE),
    });
    expect(body.equals(whole.subarray(1000, 2000))).toBe(true);
    expect((await get(`/${LARGE}`, { range: `bytes=${whole.length}-` })).status).toBe(416);
  });

  it.each([
    '/missing.html',
    '/s/missing',
    '/a/b/c/missing.csv',
    '/s',
    '/s/',
    '/data',
    '/data/',
    '/hosts/',
    '/index.html/',
    '/.git/config',
    '/.git/',
    '/s/.html',
  ])('answers %s with the page for what is missing', async (path) => {
    const { status, headers, body } = await get(path, { 'accept-encoding': 'gzip' });
    expect({ status, ...pick(headers, Object.keys(wantedHeaders('404.html'))) }).toEqual({
      status: 404,
      ...wantedHeaders('404.html'),
    });
    expect((headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).equals(mirror().read('404.html'))).toBe(
      true,
    );
  });

  it.each([
    '/../secret.txt',
    '/s/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/s/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e/secret.txt',
    '/%00',
    '/%zz',
    '//etc/passwd',
    '/../secret',
  ])('does not leave its folder for %s', async (path) => {
    const { status, body } = await get(path);
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toMatch(/^(?:secret|root:)/);
  });

  it('gives the head of a page without its body, and takes nothing', async () => {
    const head = await get('/index.html', {}, 'HEAD');
    expect({
      status: head.status,
      bytes: head.body.length,
      ...pick(head.headers, Object.keys(wantedHeaders('index.html'))),
    }).toEqual({ status: 200, bytes: 0, ...wantedHeaders('index.html') });
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect((await get('/index.html', {}, method)).status, method).toBe(405);
  });

  testInBrowser(host, visit, foreign);
});
