import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/data/ledger.ts';
import { stepFaults, type MapStep } from '../../src/data/map-steps.ts';
import { figureCard } from '../../src/data/schemas/figure.ts';
import { stepMap } from '../../src/figures/map/step-map.ts';
import { smallLedger } from './kit/ledger.ts';
import { place, rowsIn } from './kit/rows.ts';

const NONE = { status_latest: 'no-change-seen', status_changed_on: null, status_source_ids: [] } as const;

/** A ledger with four towns of the north-east and one far west, and a gate on the point of a town. */
function ledgerOfSteps(): Ledger {
  const town = (id: string, captured_on: string, lon: number, fields: object = {}) =>
    place(id, {
      name: id,
      slug: id,
      confidence: 'high',
      lat: 23.2,
      lon,
      captured_on,
      ...NONE,
      status_source_ids: [],
      ...fields,
    });
  const ledger = smallLedger();
  const rows = [
    town('early', '2023-10-27', 97),
    town('gate', '2023-10-28', 97, { kind: 'border-crossing' }),
    town('next', '2023-11-10', 97.6),
    town('later', '2023-12-20', 98.2),
    town('open', '2023-11-01', 98.6, { captured_not_before: '2023-10-30', captured_not_after: '2024-01-07' }),
    town('west', '2023-11-05', 94),
  ];
  ledger.places = rowsIn('content/data/places.csv', rows);
  const card = figureCard.parse({
    id: 'map',
    name: 'Map of the invented north',
    number: 2,
    section: 'campaign',
    title: 'The first towns were taken on the border',
    shared: 'Myanmar, late 2023: the first towns were taken on the border',
    subtitle: 'Towns reported taken',
    alt: 'Map with a mark for each town',
    summary: 'The first towns were taken on the border, and others further inland in the weeks after.',
    how_we_know: 'Each mark is a town that a named source reported taken.',
    table: 'towns reported taken',
    notes: ['An invented map.'],
    dataset: 'places',
    places: [{ id: 'towns', label: 'Towns', rows: rows.map(({ id }) => id).filter((id) => id !== 'west') }],
    places_listed: [{ label: 'Elsewhere', rows: ['west'], in_corner: true }],
  });
  ledger.figures.set('map', card);
  return ledger;
}

const ledger = ledgerOfSteps();
const first: MapStep = { day: '2023-11-02', names: ['early', 'open'] };
const second: MapStep = { day: '2023-11-12', names: ['early', 'next'] };
const wide: MapStep = { day: '2023-11-12', names: ['west', 'next'] };
const marksIn = (svg: string, name: RegExp) =>
  [...svg.matchAll(/<path class="([^"]*)" d="([^"]*)"/g)]
    .filter(([, classes = '']) => !classes.startsWith('ground') && name.test(classes))
    .reduce((sum, [, , d = '']) => sum + d.split('M').length - 1, 0);

describe('a dated map', () => {
  it('shows what had been taken by its day, and nothing taken later', () => {
    const { svg, words } = stepMap(ledger, first, []);
    expect(marksIn(svg, /./)).toBe(2);
    expect(words).toMatch(/^2 places here reported taken/);
    expect(`${svg}${words}`).not.toMatch(/next|later/);
  });

  it('leads a line to a mark from its name where a mark without one is as near', () => {
    const crowded = ledgerOfSteps();
    Object.assign(crowded.places.get('next')!, { lon: 97.06 });
    Object.assign(crowded.places.get('open')!, { lon: 97.12 });
    const led = (facts: Ledger) => stepMap(facts, { ...second, names: ['next'] }, []).svg.includes('step__leader');
    expect([led(ledger), led(crowded)]).toEqual([false, true]);
  });

  it('is strong where it is new since the map before it, and pale elsewhere', () => {
    const { svg, words, date } = stepMap(ledger, second, [first]);
    expect([marksIn(svg, /^(?!.*earlier)/), marksIn(svg, /earlier/)]).toEqual([1, 2]);
    expect([date, words]).toEqual([
      'By 12 November 2023',
      '3 places here reported taken, 1 since 2 November; smaller: taken before; hollow: unsure',
    ]);
  });

  it('leaves hollow a town that by some source was not taken yet', () => {
    expect(marksIn(stepMap(ledger, second, [first]).svg, /hollow/)).toBe(1);
  });

  it('shows the whole country if it names a town outside the north-east, and compares it with no map of other land', () => {
    const { svg, alt, words } = stepMap(ledger, wide, [first]);
    expect(svg).toContain('#map-country-land');
    expect(alt).toBe('Map of the country on 12 November 2023, with next, west by name');
    expect(words).toMatch(/^4 places here reported taken; /);
  });

  it('strikes what the military has back by its day, strong where that is new, and says how many', () => {
    const returned = ledgerOfSteps();
    Object.assign(returned.places.get('early')!, { status_latest: 'retaken', status_changed_on: '2023-11-08' });
    expect(stepMap(returned, first, []).svg).not.toMatch(/strike|military/);
    const { svg, words } = stepMap(returned, second, [first]);
    expect([marksIn(svg, /^tone-military$/), marksIn(svg, /strike/)]).toEqual([1, 1]);
    expect(words).toContain('; struck: 1 reported back with the military');
  });

  it('rings what its captors passed on to the Wa army, and keeps lines of the land off its names on paper', () => {
    const passed = ledgerOfSteps();
    Object.assign(passed.places.get('early')!, { status_latest: 'transferred-uwsa', status_changed_on: '2023-11-08' });
    const { svg, words } = stepMap(passed, second, [first]);
    expect(marksIn(svg, /step__ring/)).toBe(1);
    expect(words).toContain('; ringed: ');
    const gaps = /class="ground__gaps" d="([^"]*)"/.exec(svg)?.[1]?.split('M') ?? [];
    expect(gaps.length - 1).toBe(second.names.length);
  });

  it('sets apart a town that it names and that had not been taken', () => {
    const { svg, words, alt } = stepMap(ledger, { day: '2023-10-27', names: ['early'], also: ['later'] }, []);
    expect([marksIn(svg, /tone/), marksIn(svg, /also/)]).toEqual([1, 1]);
    expect(words).toBe('1 place here reported taken; small dots: 1 town not yet taken');
    expect(alt).toContain('with early, later by name');
  });

  it('names its places, each once', () => {
    const { svg } = stepMap(ledger, second, [first]);
    for (const name of second.names) expect(svg.split(`>${name}<`)).toHaveLength(2);
  });
});

describe('a dated map is refused', () => {
  const cases: [string, MapStep, string, string][] = [
    ['if its day is none', { day: '2023-11', names: ['early', 'next'] }, '"2023-11"', 'a day: YYYY-MM-DD'],
    ['if a name is unknown', { ...second, names: ['early', 'nowhere'] }, '"nowhere"', 'the slug of a town'],
    [
      'if a place was taken later',
      { ...second, names: ['early', 'later'] },
      '"later", taken on 2023-12-20',
      'a place taken by 2023-11-12',
    ],
    ['if a gate stands on its town', { ...second, names: ['early', 'gate'] }, '"gate"', 'the slug of a town'],
    [
      'if a town that it calls untaken may have been taken',
      { ...first, names: ['early'], also: ['open'] },
      '"open", taken on 2023-10-30',
      'a place taken after 2023-11-02',
    ],
    ['if it names one place', { ...second, names: ['early'] }, '1 names', '2 to 4'],
  ];
  it.each(cases)('%s', (_, step, found, expected) => {
    const [fault] = stepFaults(ledger, step);
    expect(fault?.found).toBe(found);
    expect(fault?.expected).toContain(expected);
  });

  it('not if all is well', () => expect(stepFaults(ledger, second)).toEqual([]));
});
