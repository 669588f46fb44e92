import { describe, expect, it } from 'vitest';
import { warnings } from '../../src/data/checks/check-rows.ts';
import { editDistance, nearMiss } from '../../src/data/spelling.ts';
import { kmBetween, kmOutside, type LonLat } from '../../src/data/geometry.ts';
import type { Ledger } from '../../src/data/ledger.ts';
import type { Place } from '../../src/data/schemas/place.ts';
import { change, problemsAfter, smallLedger } from './kit/ledger.ts';
import { place } from './kit/rows.ts';

const FILE = 'content/data/places.csv';

/** Adds a second town of the township of the first, 20 km north of it. */
function addTown(ledger: Ledger, fields: Partial<Place> = {}): void {
  const town = place('TN15', { name: 'Mongyai', lat: 23.1159, pcode: 'MMR015001702', ...fields });
  ledger.places.set('TN15', { ...town, file: FILE, line: 4 });
}

const problemsOf = (fields: Partial<Place>) => problemsAfter((l) => addTown(l, fields));
const changed = (fields: Partial<Place>) => problemsAfter((l) => change(l.places, 'TN14', fields));

describe('the point of a place', () => {
  it('may lie a little outside the smoothed outline, as towns on a border river do', () => {
    expect(changed({ lon: 99.04 })).toEqual([]);
    expect(changed({ lon: 99.2 })).toEqual([
      `${FILE}:2 "lat": found 22.9359, 99.2, 20 km outside Shan (North); expected a point in it, or at most 6 km outside its outline in content/geo/boundaries.json`,
    ]);
  });

  it('is told where it lies, if in another state', () => {
    expect(changed({ lat: 25.2 })[0]).toContain(
      'found 25.2, 97.7498, in Kachin, 133 km outside Shan (North); expected',
    );
  });

  it('is named as swapped where it is', () => {
    expect(changed({ lat: 97.7498, lon: 22.9359 })).toEqual([
      `${FILE}:2 "lat": found lat 97.7498 and lon 22.9359; expected lat 22.9359 and lon 97.7498: the two look swapped`,
    ]);
  });

  it.each([
    ['Kachinn', 'perhaps Kachin; '],
    ['Elsewhere', ''],
    ['constructor', ''],
  ])('is in a state or region that there is, not in %s', (state_region, meant) => {
    expect(changed({ state_region })).toEqual([
      `${FILE}:2 "state_region": found "${state_region}"; expected ${meant}one of Shan, Kachin, with a part in brackets or without`,
    ]);
  });

  it('is near another place of its township, or the row says why not', () => {
    const far = { lat: 23.4 };
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf(far)).toHaveLength(2);
    expect(problemsOf(far)[1]).toBe(
      `${FILE}:4 "lat": found 23.4, 97.7498, 52 km from Lashio (TN14), the nearest other place of the township Lashio; expected a point within 30 km, or in "checked" the distance and why it is right: "52 km from Lashio: …"`,
    );
    expect(problemsOf({ ...far, checked: '52 km from Lashio: both points are of the same table.' })).toEqual([]);
    expect(problemsOf({ ...far, checked: '25 km from Lashio: both points are of the same table.' })).toHaveLength(2);
  });

  it('makes a remark where another place has it too, unless it is said to be that of the nearest town', () => {
    const remarks = (fields: Partial<Place>) => {
      const ledger = smallLedger();
      addTown(ledger, { lat: 22.9359, ...fields });
      return warnings(ledger);
    };
    expect(remarks({})).toEqual([
      `${FILE}:4 "lat": TN15 (Mongyai) has the point of TN14 (Lashio); is that meant? Then say why in "checked"`,
    ]);
    expect(remarks({ coord_precision: 'nearest-town' })).toEqual([]);
    expect(remarks({ checked: 'It stands in the town.' })).toEqual([]);
  });
});

describe('the code of a place', () => {
  it.each<[string, Partial<Place>, string]>([
    [
      'too short',
      { pcode: 'MMR01500170' },
      '"pcode": found "MMR01500170"; expected a MIMU place code, MMR and nine digits, or nothing',
    ],
    [
      'of another place',
      { pcode: 'MMR015001701' },
      `"pcode": found "MMR015001701" again; expected a code used once (first at ${FILE}:2)`,
    ],
    [
      'of another township',
      { pcode: 'MMR015002702' },
      '"pcode": found "MMR015002702"; expected a code that begins with MMR015001, as others of Lashio do',
    ],
    [
      'beside a misspelt township',
      { township: 'Lasho' },
      '"township": found "Lasho"; expected Lashio, as others whose code begins with MMR015001 have',
    ],
    [
      'beside a misspelt part of a state',
      { state_region: 'Shan (Nroth)' },
      '"state_region": found "Shan (Nroth)"; expected Shan (North), as others whose code begins with MMR015 have',
    ],
  ])('is refused %s', (_, fields, expected) => {
    expect(problemsOf(fields)).toEqual([`${FILE}:4 ${expected}`]);
  });
});

describe('a captor', () => {
  it.each([
    ['MNDAA', ['mndaa']],
    ['the Kokang Army and allies', ['mndaa']],
    ['MNDAA and PDFs', ['mndaa', 'other']],
    ['an MNDAA-led force', ['mndaa']],
  ])('passes as %j', (captor, captor_ids) => {
    expect(changed({ captor, captor_ids })).toEqual([]);
  });

  it.each([
    [
      'MNDDA',
      ['mndaa'],
      '"captor": found "MNDDA", which does not name "mndaa" of captor_ids; expected "MNDAA" or "Myanmar National Democratic Alliance Army", or another name of the group in content/actors.yaml',
    ],
    [
      'M.N.D.A.A.',
      ['mndaa'],
      '"captor": found "M.N.D.A.A.", which does not name "mndaa" of captor_ids; expected "MNDAA" or "Myanmar National Democratic Alliance Army", or another name of the group in content/actors.yaml',
    ],
    [
      'MNDAA and MNDA',
      ['mndaa'],
      '"captor": found "MNDA"; expected perhaps MNDAA; initials of a group in content/actors.yaml',
    ],
    [
      'MNDAA and UWSA',
      ['mndaa'],
      '"captor": found "UWSA"; expected initials of a group in content/actors.yaml, or "other" among captor_ids',
    ],
    ['MNDAA', ['mnda'], '"captor_ids": found "mnda"; expected perhaps mndaa; one of mndaa, other'],
  ])('is refused as %j of %j', (captor, captor_ids, expected) => {
    expect(changed({ captor, captor_ids })).toEqual([`${FILE}:2 ${expected}`]);
  });
});

describe('distances', () => {
  const ring: LonLat[] = [
    [97, 20],
    [98, 20],
    [98, 21],
    [97, 21],
  ];

  it('are zero inside an outline, and those to its nearest side outside', () => {
    expect(kmOutside([ring], [97.5, 20.5])).toBe(0);
    expect(kmOutside([ring], [97.5, 21.1])).toBeCloseTo(11.1, 1);
    expect(kmOutside([ring], [98.1, 20.5])).toBeCloseTo(10.4, 1);
    expect(kmOutside([ring], [98.1, 21.1])).toBeCloseTo(kmBetween([98, 21], [98.1, 21.1]), 1);
  });

  it.each([
    ['TNLA', 'TNLLA', 1],
    ['Irrawaddy', 'Irrawady', 1],
    ['Army', 'Amry', 1],
    ['OCHA', 'UNHCR', 4],
    ['', 'ab', 2],
  ])('of %j and %j are %d letters', (a, b, distance) => {
    expect([editDistance(a, b), editDistance(b, a)]).toEqual([distance, distance]);
  });

  it('make no near miss of words that differ in digits, are short, or are far apart', () => {
    expect(nearMiss('all-resistance-2024', ['all-resistance-2023'])).toBeUndefined();
    expect(nearMiss('AFP', ['AP'])).toBeUndefined();
    expect(nearMiss('Shan', ['Chin'])).toBeUndefined();
    expect(nearMiss('Irrawady', ['UNHCR', 'Irrawaddy'])).toBe('Irrawaddy');
  });
});
