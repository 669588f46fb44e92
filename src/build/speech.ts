import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from './edits.ts';
import { childrenOf, elementsOf, parsePage } from './html.ts';

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

/** What a voice reads wrongly or not at all, and what it reads instead. */
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

/** A text as it is best read aloud: months in full, spans in words, units by their names. */
export function spoken(text: string): string {
  return SAID.reduce((said, [sign, words]) => said.replace(sign, words), text);
}

/** Writes pages so that a voice reads them well. */
export function expandForSpeech(folder: string, files: readonly string[]): void {
  for (const file of files) {
    const path = join(folder, file);
    writeFileSync(path, speakPage(readFileSync(path, 'utf8')));
  }
}

/** A page whose body is put as it is best read aloud; only words change. */
export function speakPage(html: string): string {
  const body = [...elementsOf(parsePage(html))].find(({ tagName }) => tagName === 'body');
  const texts = body ? [body, ...elementsOf(body)].flatMap(childrenOf) : [];
  return applyEdits(
    html,
    texts.flatMap((text) => {
      const place = text.sourceCodeLocation;
      if (!('value' in text) || !place) return [];
      const [from, to] = [place.startOffset, place.endOffset];
      return [{ from, to, text: spoken(html.slice(from, to)) }];
    }),
  );
}
