/** Searches the site as the reader types. Where that cannot work, the page stays as it was built: it leads to the A–Z. */

/** The part of Pagefind that this page uses. */
interface Engine {
  options(options: object): Promise<void>;
  search(words: string): Promise<{ results: Hit[] }>;
}

interface Hit {
  data(): Promise<Found>;
}

interface Found {
  raw_url: string;
  /** All its words. */
  content: string;
  /** HTML with the words found in `<mark>`. */
  excerpt: string;
  meta: { title: string; kind: string };
}

/** Built beside the pages; see src/build/search/write-index.ts. */
const ENGINE: string = './pagefind/pagefind.js';
const BATCH = 12;
/** Names carry weights of their own, so neither the length of an entry nor its title counts again. */
const RANKING = {
  termFrequency: 0,
  pageLength: 0,
  termSaturation: 2,
  termSimilarity: 4,
  metaWeights: { title: 0, kind: 0 },
};
const PAUSE_MS = 250;
const SCRIPTS = /([\u1000-\u109f\uaa60-\uaa7f]+(?:\s[\u1000-\u109f\uaa60-\uaa7f]+)*)|([\u3400-\u9fff]+)/;

const form = document.getElementById('search') as HTMLFormElement;
const input = document.getElementById('search-words') as HTMLInputElement;
const status = document.getElementById('search-status') as HTMLElement;
const list = document.getElementById('search-results') as HTMLElement;
const more = document.getElementById('search-more') as HTMLButtonElement;
const off = document.getElementById('search-off') as HTMLElement;

let engine: Promise<Engine> | undefined;
let asked = 0;
let timer = 0;
let rest: Hit[] = [];

if (/^https?:$/.test(location.protocol) && 'WebAssembly' in window) {
  setUsable(true);
  input.value = new URL(location.href).searchParams.get('q') ?? '';
  // The words are for this page alone: in an address they would be sent with the next request, and stay in the history.
  if (input.value !== '') history.replaceState(null, '', location.pathname);
  // A browser that comes back to the page may have kept what stood in the field.
  addEventListener('pageshow', () => {
    if (input.value.trim() !== '' && asked === 0) void ask();
  });
  for (const example of form.querySelectorAll<HTMLElement>('a[href*="?q="]')) {
    example.onclick = (event) => {
      event.preventDefault();
      input.value = example.textContent ?? '';
      void ask();
    };
  }
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void ask();
  });
  more.addEventListener('click', () => void showMore(asked, true));
}

function setUsable(isUsable: boolean): void {
  form.hidden = !isUsable;
  off.hidden = isUsable;
}

async function ask(): Promise<void> {
  // The pages are in this form of Unicode; keyboards may give Burmese signs in another order.
  const words = input.value.trim().normalize('NFC');
  const mine = ++asked;
  if (words === '') return show([], '');
  if (!engine) status.textContent = 'Loading the index …';
  try {
    engine ??= load();
    const { results } = await (await engine).search(words);
    if (mine !== asked) return;
    rest = results;
    list.replaceChildren();
    const found = await showMore(mine, false);
    if (mine !== asked) return;
    const count = `${results.length} ${results.length === 1 ? 'result' : 'results'}`;
    if (results.length === 0) showQuoted('Nothing found for ', words, '.');
    else if (found.some((one) => hasAllWords(one, words))) showQuoted(`${count} for `, words, '.');
    else showQuoted('Nothing has all the words of ', words, `; ${count} with words like them.`);
  } catch {
    if (mine !== asked) return;
    engine = undefined;
    show([], 'Search did not start in this browser.');
    setUsable(false);
  }
}

async function load(): Promise<Engine> {
  const loaded = (await import(/* @vite-ignore */ ENGINE)) as Engine;
  // A worker would escape the policy of this page; the index is small enough without one.
  await loaded.options({ noWorker: true, excerptLength: 28, ranking: RANKING });
  return loaded;
}

/** Adds the next results to the list; asked for with the button, the focus goes on with the first of them. */
async function showMore(mine: number, isAskedFor: boolean): Promise<Found[]> {
  const found = await Promise.all(rest.slice(0, BATCH).map((hit) => hit.data()));
  if (mine !== asked) return [];
  rest = rest.slice(BATCH);
  const items = found.map(itemOf);
  list.append(...items);
  more.hidden = rest.length === 0;
  if (isAskedFor) items[0]?.querySelector('a')?.focus();
  return found;
}

function show(items: HTMLElement[], words: string): void {
  rest = [];
  list.replaceChildren(...items);
  more.hidden = true;
  status.textContent = words;
}

/** Checks that every word stands in an entry, whatever its ending: the engine drops words and letters that lead nowhere, and does not say so. */
function hasAllWords({ content }: Found, words: string): boolean {
  const text = content.toLowerCase();
  const parts = words
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
  return parts.every((part) => text.includes(part.slice(0, Math.max(3, Math.ceil(part.length * 0.7)))));
}

function showQuoted(before: string, words: string, after: string): void {
  status.textContent = before;
  const quoted = document.createElement('span');
  appendText(quoted, `“${words}”`);
  status.append(quoted, after);
}

function itemOf({ raw_url, excerpt, meta }: Found): HTMLElement {
  const item = document.createElement('li');
  item.className = 'entry';
  const link = document.createElement('a');
  // The engine puts a slash before each address; the site may lie in a folder.
  link.href = raw_url.replace(/^\/+/, '');
  appendText(link, meta.title);
  const kind = document.createElement('p');
  kind.className = 'entry__meta';
  kind.textContent = meta.kind;
  const words = document.createElement('p');
  words.className = 'entry__words';
  // Read as a document of its own, in which nothing runs or loads; only text and marks are taken over.
  const read = new DOMParser().parseFromString(excerpt, 'text/html').body;
  if (!/^[\p{Lu}\d“]/u.test(read.textContent ?? '')) words.append('… ');
  for (const node of read.childNodes) {
    const text = node.textContent ?? '';
    // The engine marks a word with the comma after it.
    const [, word = '', end = ''] = (node.nodeName === 'MARK' && /^(.*?)([,.;:)”’]*)$/s.exec(text)) || [text, '', text];
    if (word !== '') appendText(words.appendChild(document.createElement('mark')), word);
    appendText(words, end);
  }
  words.append(' …');
  item.append(link, kind, words);
  return item;
}

/** Appends text with its runs of Burmese and Chinese script marked, so that fonts and screen readers fit. */
function appendText(home: HTMLElement, text: string): void {
  for (const part of text.split(SCRIPTS)) {
    if (!part) continue;
    const match = SCRIPTS.exec(part);
    if (!match) {
      home.append(part);
      continue;
    }
    const run = document.createElement('span');
    run.lang = match[1] ? 'my' : 'zh-Hans';
    run.textContent = part;
    home.append(run);
  }
}

export {};
