import { isTextPage } from '../../site/editions.ts';
import type { Edit } from '../edits.ts';
import { childrenOf, elementsOf } from '../html-tree.ts';
import type { Page } from '../page.ts';

const MONTHS: Record<string, string> = {
  Jan: 'January',
  Feb: 'February',
  Mar: 'March',
  Apr: 'April',
  Jun: 'June',
  Jul: 'July',
  Aug: 'August',
  Sep: 'September',
  Oct: 'October',
  Nov: 'November',
  Dec: 'December',
};
const SHORT = Object.keys(MONTHS).join('|');

/** Patterns that a voice reads wrongly or not at all, and the words to read instead. */
const SAID: [RegExp, (...groups: string[]) => string][] = [
  [/(?:US)?\$(\d[\d.,]*) ?bn\b/g, (_, amount) => `${amount} billion US dollars`],
  [/(?:US)?\$(\d[\d.,]*) ?m\b/g, (_, amount) => `${amount} million US dollars`],
  [/\bUSD (\d[\d.,]*) ?m\b/g, (_, amount) => `${amount} million US dollars`],
  [/(\d) ?%/g, (_, digit) => `${digit} per cent`],
  [/(\d) km\b/g, (_, digit) => `${digit} kilometres`],
  [/(\d)–(\d)/g, (_, from, to) => `${from} to ${to}`],
  [/(\w) – (\w)/g, (_, from, to) => `${from} to ${to}`],
  [/([a-z])–(\d)/g, (_, from, to) => `${from} to ${to}`],
  [/\bLIBs? (?=\d)/g, () => 'Light Infantry Battalion '],
  [/\bIBs? (?=\d)/g, () => 'Infantry Battalion '],
  [/\bLID (?=\d)/g, () => 'Light Infantry Division '],
  // `27 Oct`, `Nov 2023`, `Jan and Aug 2024`: a month, and not a name that looks like one.
  [
    new RegExp(`(?<=\\d )(${SHORT})\\b|\\b(${SHORT})(?= (?:\\d{4}|and |to )|,? (?:${SHORT})\\b)`, 'g'),
    (_, after, before) => MONTHS[(after ?? before) as string] as string,
  ],
];

/** Rewrites a text so that it is read aloud well: months in full, spans in words, units by their names. */
export function readAloud(text: string): string {
  return SAID.reduce((said, [sign, words]) => said.replace(sign, words), text);
}

/** Returns the edits that make the words of a page of the text edition fit to be read aloud. */
export function speechText({ file, html, elements }: Page): Edit[] {
  const body = isTextPage(file) ? elements.find(({ tagName }) => tagName === 'body') : undefined;
  const texts = body ? [body, ...elementsOf(body)].flatMap(childrenOf) : [];
  return texts.flatMap((text) => {
    const place = text.sourceCodeLocation;
    if (!('value' in text) || !place) return [];
    const [from, to] = [place.startOffset, place.endOffset];
    const said = readAloud(html.slice(from, to));
    return said === html.slice(from, to) ? [] : [{ from, to, text: said }];
  });
}
