/** A page: its address from the top of the site, and its title. */
export interface PageLink {
  address: string;
  title: string;
}

/** Other names of pages: the beginning of entries’ ids, and common words. */
const ALSO: Record<string, string> = {
  place: 'names',
  town: 'names',
  event: 'timeline',
  chronology: 'timeline',
  actor: 'names',
  group: 'names',
  term: 'names',
  glossary: 'names',
  number: 'numbers',
  n: 'numbers',
  source: 'sources',
  dataset: 'datasets',
  data: 'datasets',
  download: 'datasets',
  slides: 'briefings',
  pdf: 'briefings',
  change: 'changes',
  correction: 'changes',
  figure: 'exhibits',
  chart: 'exhibits',
  az: 'names',
  'a-z': 'names',
  'who-is-who': 'names',
  actors: 'names',
  home: 'index',
  explainer: 'index',
};

const MOST = 3;

/** Added where only a folder of the address matches: its end says more. */
const FOLDER = 3;

/** Pattern of the address of a file of data; those of figures and sections are in folders of their own, and a citation is none. */
const DATA = /(?:^|(?:^|\/)data\/)(?!.*\.csl\.)[^/]+\.(?:csv|json|xlsx|zip)\W*$/i;

/** Returns the pages that an address was probably meant for, the likeliest first; none where nothing is like it. */
export function closestPages(path: string, pages: readonly PageLink[]): PageLink[] {
  const [asked, ...folders] = path.split('/').map(plain).filter(Boolean).reverse();
  if (asked === undefined) return [];
  let word = asked;
  // `figure/3` is `figure-3`.
  if (/^\d+$/.test(asked) && folders.length > 0) word = `${(folders[0] as string).replace(/s$/, '')}-${asked}`;
  if (DATA.test(path)) word = 'datasets';
  return pages
    .map((page) => ({
      page,
      far: Math.min(distanceFrom(word, page), ...folders.map((folder) => FOLDER + distanceFrom(folder, page))),
    }))
    .filter(({ far }) => far < Infinity)
    .sort((a, b) => a.far - b.far)
    .filter(({ far }, _, [best]) => best !== undefined && far <= best.far + 2)
    .slice(0, MOST)
    .map(({ page }) => page);
}

/** Returns how far a word is from the name of a page: nothing if it is the name, infinitely if it is nothing like it. */
function distanceFrom(word: string, { address, title }: PageLink): number {
  const [name, words] = [idInAddress(address), slug(title)];
  if (word === name) return 0;
  const number = /^fig(?:ure)?-?(\d+)$/.exec(word)?.[1];
  if (number !== undefined) return words.indexOf(`figure-${number}-`) === 0 ? 0.5 : Infinity;
  if (word === words || [word, word.replace(/s$/, ''), word.split('-')[0] as string].some((one) => ALSO[one] === name))
    return 0.5;
  const wrong = typos(word, name);
  if (wrong <= allowed(word)) return wrong;
  if (word.length < SHORTEST) return Infinity;
  // Cut short, or with something behind it.
  if ([name, words].some((whole) => whole.indexOf(word) === 0) || word.indexOf(`${name}-`) === 0) return 1.5;
  return `-${words}-`.indexOf(`-${word}-`) >= 0 ? 2 : Infinity;
}

/** Shorter beginnings would be those of too many names. */
const SHORTEST = 3;

/** Returns how many typing errors leave a word what it was. */
function allowed({ length }: string): number {
  return length < 4 ? 0 : length < 7 ? 1 : length < 12 ? 2 : 3;
}

/** Returns the permanent id in an address: `china` of `s/china.html` and of `index.html#china`. */
function idInAddress(address: string): string {
  const [path = '', id] = address.split('#');
  return id ?? plain(path.split('/').pop() ?? '');
}

/** Reduces a part of an address to its name: no ending, stray marks or capitals. */
function plain(part: string): string {
  return slug(decode(part).replace(/\.[a-z]{1,5}\W*$/i, ''));
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Counts the letters that were left out, added, changed or exchanged with the next. */
export function typos(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        last[j]! + 1,
        row[j - 1]! + 1,
        last[j - 1]! + (same ? 0 : 1),
        swapped ? before[j - 2]! + 1 : Infinity,
      );
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
