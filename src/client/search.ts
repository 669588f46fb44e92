/** Searches the site as the reader types. Where that cannot work, the page stays as it was built: it leads to the list of names. */
import { INDEX_FILE, type SearchEntry } from './search-entry.ts';
import { excerptOf, marked, type Part } from './search-excerpt.ts';
import { searchIn, type Answer, type Hit } from './search-index.ts';

const BATCH = 12;
const PAUSE_MS = 250;
const SCRIPTS = /([\u1000-\u109f\uaa60-\uaa7f]+(?:\s[\u1000-\u109f\uaa60-\uaa7f]+)*)|([\u3400-\u9fff]+)/;

const form = document.getElementById('search') as HTMLFormElement;
const input = document.getElementById('search-words') as HTMLInputElement;
const status = document.getElementById('search-status') as HTMLElement;
const list = document.getElementById('search-results') as HTMLElement;
const more = document.getElementById('search-more') as HTMLButtonElement;
const off = document.getElementById('search-off') as HTMLElement;

let index: Promise<(query: string) => Answer> | undefined;
let asked = 0;
let timer = 0;
let rest: Hit[] = [];

// From a folder on disk a browser fetches nothing.
if (/^https?:$/.test(location.protocol)) {
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
  // What cannot be fetched is said once something is asked.
  input.addEventListener('focus', () => void fetchIndex().catch(() => undefined));
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void ask();
  });
  more.addEventListener('click', () => showMore().querySelector('a')?.focus());
}

function setUsable(isUsable: boolean): void {
  form.hidden = !isUsable;
  off.hidden = isUsable;
}

async function ask(): Promise<void> {
  const words = input.value.trim();
  const mine = ++asked;
  if (words === '') return show([], '');
  if (!index) status.textContent = 'Loading the index …';
  try {
    const { hits, holdsAll } = (await fetchIndex())(words);
    if (mine !== asked) return;
    const count = `${hits.length} ${hits.length === 1 ? 'result' : 'results'}`;
    if (hits.length === 0) show([], 'Nothing found for ', words, '.');
    else if (holdsAll) show(hits, `${count} for `, words, '.');
    else show(hits, 'Nothing has all the words of ', words, `; ${count} with some of them, or words like them.`);
  } catch {
    if (mine !== asked) return;
    index = undefined;
    show([], 'Search did not start in this browser.');
    setUsable(false);
  }
}

/** Fetches the one file of the index, the same whatever is asked. */
function fetchIndex(): NonNullable<typeof index> {
  return (index ??= fetch(INDEX_FILE)
    .then((response) => response.json() as Promise<SearchEntry[]>)
    .then(searchIn));
}

/** Shows the first results, and says how many there are, with the words that were asked for in quotation marks. */
function show(hits: Hit[], before: string, words = '', after = ''): void {
  rest = hits;
  list.replaceChildren();
  showMore();
  status.textContent = before;
  if (words === '') return;
  const quoted = document.createElement('span');
  appendText(quoted, `“${words}”`);
  status.append(quoted, after);
}

/** Adds the next results to the list. @returns The first of them, or what stands for none. */
function showMore(): Element {
  const items = rest.slice(0, BATCH).map(itemOf);
  rest = rest.slice(BATCH);
  list.append(...items);
  more.hidden = rest.length === 0;
  return items[0] ?? list;
}

function itemOf(hit: Hit): HTMLElement {
  const { href, title, kind } = hit.entry;
  const item = document.createElement('li');
  item.className = 'entry';
  const link = document.createElement('a');
  link.href = href;
  appendParts(link, marked(title, hit));
  const meta = document.createElement('p');
  meta.className = 'entry__meta';
  appendText(meta, kind);
  const words = document.createElement('p');
  words.className = 'entry__words';
  appendParts(words, excerptOf(hit));
  item.append(link, meta, words);
  return item;
}

function appendParts(home: HTMLElement, parts: readonly Part[]): void {
  for (const { text, isMarked } of parts)
    appendText(isMarked ? home.appendChild(document.createElement('mark')) : home, text);
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
