import { describe, expect, it } from 'vitest';
import { closestPages, typos } from '../../src/client/page-guess.ts';

const OWN_PAGES = [
  { address: 'index.html', title: 'Operation 1027: an explainer' },
  { address: 's/what.html', title: 'What Operation 1027 was' },
  { address: 's/who.html', title: 'Who is fighting' },
  { address: 's/who-counted.html', title: 'Who counted' },
  { address: 's/china.html', title: 'China’s part' },
  { address: 's/turning-point.html', title: 'Was it a turning point?' },
  { address: 'figures/map.html', title: 'Figure 1: Map of northern Shan' },
  { address: 'figures/crossings.html', title: 'Figure 3: Crossings to China' },
  { address: 'figures/displaced-since-1027.html', title: 'Figure 5: People newly displaced' },
  { address: 'timeline.html', title: 'Timeline' },
  { address: 'names.html', title: 'Names and words' },
  { address: 'numbers.html', title: 'Numbers' },
  { address: 'briefings.html', title: 'Download and about' },
  { address: 'datasets.html', title: 'Data' },
  { address: 'sources.html', title: 'Sources' },
];
/** The same site while its sections and figures stand on one page. */
const ONE_PAGE = OWN_PAGES.map(({ address, title }) => ({
  address: address.replace(/^(?:s|figures)\/(.+)\.html$/, 'index.html#$1'),
  title,
}));

describe.each([
  ['pages of their own', OWN_PAGES],
  ['one page', ONE_PAGE],
])('on a site with %s', (_, doors) => {
  const first = (path: string) => nameOf(closestPages(path, doors)[0]?.address);

  it.each([
    ['china', 'china'],
    ['s/china', 'china'],
    ['sections/china.html', 'china'],
    ['s/china.htm', 'china'],
    ['S/CHINA.HTML', 'china'],
    ['s/chnia.html', 'china'],
    ['s/chin', 'china'],
    ['chinas-part', 'china'],
    ['s/china.html).', 'china'],
    ['s/china.html,', 'china'],
    ['s/chna.html', 'china'],
    ['briefing/one-page.pdf', 'briefings'],
    ['slides.pdf', 'briefings'],
    ['number-A21', 'numbers'],
    ['n/a99.html', 'numbers'],
    ['operation-1027.xlsx', 'datasets'],
    ['old/data/china.csv', 'datasets'],
    ['map.json).', 'datasets'],
    ['explainer.csl.json', 'index'],
    ['figures/mapp.csv', 'map'],
    ['s/china/', 'china'],
    ['deep/er/s/china.html', 'china'],
    ['map', 'map'],
    ['figure/map', 'map'],
    ['figures/map.svg', 'map'],
    ['figure/3', 'crossings'],
    ['figure-3.html', 'crossings'],
    ['embed/crosings.html', 'crossings'],
    ['displaced', 'displaced-since-1027'],
    ['figures/displaced-since-1072.html', 'displaced-since-1027'],
    ['turning_point', 'turning-point'],
    ['turnin', 'turning-point'],
    ['timline.html', 'timeline'],
    ['place-lashio.html', 'names'],
    ['places/lashio', 'names'],
    ['source-un-flash10', 'sources'],
    ['who-is-who', 'names'],
    ['who-is-fighting', 'who'],
    ['A-Z', 'names'],
    ['index.php', 'index'],
    ['1027', 'index'],
    ['%E2%82%ACs/%63hina', 'china'],
  ])('%s was meant for %s', (path, name) => {
    expect(first(path)).toBe(name);
  });

  it.each([
    '',
    '404.html',
    'xyzzy',
    'wp-login.php',
    'zz/top',
    '.env',
    'a',
    'qwertyuiop.html',
    'constructor',
    '__proto__',
    '%E0%A4%A',
    'whatever',
    '-',
    'မြန်မာ',
  ])('offers nothing for %j', (path) => {
    expect(closestPages(path, doors)).toEqual([]);
  });

  it('offers three at most, each once, and the likeliest first', () => {
    const found = closestPages('who', doors);
    expect(found.map(({ address }) => nameOf(address))).toEqual(['who', 'who-counted']);
    expect(closestPages('figure', doors)).toHaveLength(3);
  });
});

it.each([
  ['china', 'china', 0],
  ['chnia', 'china', 1],
  ['chna', 'china', 1],
  ['chhina', 'china', 1],
  ['cnina', 'china', 1],
  ['', 'map', 3],
])('counts the slips between %s and %s', (a, b, count) => {
  expect([typos(a, b), typos(b, a)]).toEqual([count, count]);
});

function nameOf(address = ''): string {
  return /([^/#.]+)(?:\.html)?$/.exec(address)?.[1] ?? '';
}
