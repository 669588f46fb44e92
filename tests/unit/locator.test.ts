import { describe, expect, it } from 'vitest';
import { locatorSvg } from '../../src/figures/map/locator.ts';
import { change, problemsAfter, smallLedger } from './kit/ledger.ts';

/** Most bytes that a page may pay for knowing where it is. */
const MOST = 4096;

describe('the small map of the country', () => {
  const ledger = smallLedger();

  it('names the country, the area, the neighbour and each city, and draws no city twice', () => {
    const svg = locatorSvg(ledger);
    for (const name of ['Home', 'the north-east', 'Elsewhere', 'Mandalay']) expect(svg).toContain(`>${name}</text>`);
    expect(/locator__city" d="([^"]*)"/.exec(svg)?.[1]?.split('M')).toHaveLength(ledger.cities.size + 1);
    expect(svg.length).toBeLessThan(MOST);
  });

  it('refuses a city without a source, or off the map', () => {
    expect(problemsAfter((one) => change(one.cities, 'mandalay', { source: 'nowhere' })).join()).toContain(
      '"source": found "nowhere"; expected the id of a source in content/sources.csv',
    );
    expect(problemsAfter((one) => change(one.cities, 'mandalay', { lat: 52 })).join()).toContain('"lat": found 52');
  });
});
