import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check-content.ts';
import { change, smallLedger } from './kit/ledger.ts';
import { observation } from './kit/rows.ts';
import { projectWith, sectionFile, writeProject } from './kit/project.ts';

const FILE = sectionFile('civilians');

/** Returns the warnings about a sentence in a section, in a project that knows Lashio and Kyaukme. */
function warningsOn(body: string): string[] {
  const ledger = smallLedger();
  change(ledger.places, 'TN14', { name: 'Kyaukmedaung' });
  change(ledger.places, 'BS03', { name: 'Lashio base' });
  return checkContent(projectWith(body, 'civilians', ledger)).warnings;
}

describe('names in prose', () => {
  it.each([
    ['Lasho fell.', 'Lasho', 'Lashio'],
    ['They took Lahsio.', 'Lahsio', 'Lashio'],
    ['They took Kyaukmadoung.', 'Kyaukmadoung', 'Kyaukmedaung'],
  ])('that are nearly known are named with line and name: %s', (body, slip, name) => {
    expect(warningsOn(body)).toEqual([
      expect.stringMatching(
        new RegExp(`^${FILE}:8: found "${slip}", a name that is not known here; expected "${name}"`),
      ),
    ]);
  });

  it.each(['They took Lashio.', 'They took Yangon.', 'Lasher is what a lasher is.', 'Laskio and Laskio and Laskio.'])(
    'that are known or unlike any are left alone: %s',
    (body) => {
      expect(warningsOn(body)).toEqual([]);
    },
  );
});

it('a row newer than the newest drawn one that stands nowhere is named, with the card it belongs on', () => {
  const ledger = smallLedger();
  const newer = observation('B046', {
    ...ledger.observations.get('B007')!,
    id: 'B046',
    as_of: '2025-01-15',
    published: null,
    source_ids: ['xinhua-2025-04'],
  });
  ledger.datasets.positions.push({ ...newer, file: 'content/data/positions.csv', line: 6 });
  const root = writeProject(ledger);
  expect(checkContent(root).warnings).toEqual([
    'content/data/positions.csv:6 "id": found "B046" of 2025-01-15, newer than B007 and shown nowhere; expected it under lines, dots, table_only or left_out of content/figures/positions-lost.yaml, or named in a section',
  ]);
});
