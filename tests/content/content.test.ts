import { describe, expect, it } from 'vitest';
import { fillTokens, resolveNumber } from '../../src/data/numbers.ts';
import { figureTemplates } from '../../src/data/checks/figure-texts.ts';
import { findNumbers, NAMES_FILE } from '../../src/data/checks/number-lint/lint-numbers.ts';
import { proseNotes } from '../../src/data/notes.ts';
import { sourceUses } from '../../src/site/source-uses.ts';
import { readYamlList } from '../../src/data/yaml.ts';
import { actorSpellings } from '../../src/data/spelling.ts';
import { numberedName } from '../../src/data/schemas/prose-words.ts';
import { SECTION_IDS } from '../unit/kit/content.ts';
import { ledger, ROOT, runCheck } from './kit.ts';

describe('the real content', () => {
  it('passes every check', async () => {
    const { code, output } = await runCheck(ROOT);
    expect(output).toMatch(
      /^(?:All is well|No errors; \d+ to look at): \d+ sources, \d+ published numbers, \d+ computed numbers, /m,
    );
    expect(code).toBe(0);
  });

  it('gives every number a text, and every computed one a formula', () => {
    for (const id of [...ledger.observations.keys(), ...ledger.derivations.keys()]) {
      const number = resolveNumber(ledger, id);
      expect(number.text, id).toMatch(/\d/);
      expect(number.sourceIds.length, id).toBeGreaterThan(0);
      expect(number.formula === null, id).toBe(ledger.observations.has(id));
    }
  });

  it('leaves no reference unfilled in the words of a figure', () => {
    for (const figure of ledger.figures.values()) {
      for (const { text, path } of figureTemplates(figure))
        expect(fillTokens(ledger, text), `${figure.id} ${path.join('.')}`).not.toMatch(/[{}]/);
    }
  });

  it('has names alone in the lists of names, not what is said around them', () => {
    const texts = [...ledger.actors.values()].flatMap((one) => actorSpellings(one).map(({ text }) => text));
    expect(
      texts.filter((text) =>
        /\b(?:armed wing|includes|also|led by|collective|varied|spokes|commander|minister)\b|[(;]$|^[(;]/.test(text),
      ),
      'look at leaders and other_names in content/actors.yaml: these words are no name',
    ).toEqual([]);
  });

  it('lists as numbered names only what the guard would refuse', () => {
    const names = readYamlList(ROOT, NAMES_FILE, numberedName, []);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter(({ name }) => findNumbers(name).length === 0)).toEqual([]);
  });

  it('cites a source in every section', () => {
    expect(
      proseNotes(ROOT)
        .filter(({ section, series }) => series === section)
        .map(({ section }) => section),
    ).toEqual([...SECTION_IDS]);
    const used = [...sourceUses(ledger, ROOT).values()].flat();
    for (const id of SECTION_IDS)
      expect(
        used.some(({ href }) => href.startsWith(`index.html#n-${id}-`)),
        id,
      ).toBe(true);
  });
});
