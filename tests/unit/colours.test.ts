import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, difference, labOf, lightness } from './kit/colour.ts';

const MEANINGS = ['alliance', 'displaced', 'military', 'resistance', 'china'] as const;
const TEXT = ['ink', 'quiet', 'link', ...MEANINGS.map((name) => `${name}-text`)];
const MARKS = [...MEANINGS, 'neutral', 'focus'];

/** Least difference, by the formula of 2000, at which two colours are told apart without being compared side by side. */
const APART = 15;
/** Least step between two greys, of a hundred, that keeps the five in one order on a photocopy. What tells them apart there is shape. */
const STEP = 1.5;

const css = readFileSync('src/styles/tokens.css', 'utf8');
const [light = {}] = blocks(css.split('@media')[0] ?? '');
const [dark = {}] = blocks(/@media screen and \(prefers-color-scheme: dark\) \{([\s\S]*?\n\})/.exec(css)?.[1] ?? '');

describe.each([
  ['light', light],
  ['dark', { ...light, ...dark }],
] as const)('the colours of a %s screen', (_scheme, tokens) => {
  const colour = (name: string) => resolve(tokens, name);

  it.each(pairsOf(MEANINGS))('%s and %s are told apart', (one, other) => {
    expect(difference(labOf(colour(one)), labOf(colour(other)))).toBeGreaterThanOrEqual(APART);
  });

  it('stand in one order when colour is gone', () => {
    const greys = MEANINGS.map((name) => ({ name, grey: lightness(colour(name)) })).sort((a, b) => a.grey - b.grey);
    const steps = greys.slice(1).map(({ name, grey }, index) => ({
      between: `${greys[index]!.name} and ${name}`,
      step: grey - greys[index]!.grey,
    }));
    expect(steps.filter(({ step }) => step < STEP)).toEqual([]);
  });

  it.each(TEXT)('--%s can be read in small print', (name) => {
    expect(contrast(colour(name), colour('paper'))).toBeGreaterThanOrEqual(7);
  });

  it.each(MARKS)('--%s is seen on paper', (name) => {
    expect(contrast(colour(name), colour('paper'))).toBeGreaterThanOrEqual(4.5);
  });
});

/** The custom properties of each rule. */
function blocks(text: string): Record<string, string>[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map((match) =>
    Object.fromEntries(
      [...(match[1] ?? '').matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
    ),
  );
}

/** The colour behind a name, also where it is another's. */
function resolve(tokens: Record<string, string>, name: string): string {
  const value = tokens[name] ?? 'nothing';
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (other !== undefined) return resolve(tokens, other);
  if (!/^#[0-9a-f]{6}$/i.test(value))
    throw new Error(`src/styles/tokens.css --${name}: found ${value}; expected a colour such as #1a1a18`);
  return value;
}

function pairsOf<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((one, index) => list.slice(index + 1).map((other): [T, T] => [one, other]));
}
