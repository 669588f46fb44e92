import { describe, expect, it } from 'vitest';
import { locatorSvg } from '../../src/figures/map/locator.ts';
import { change, problemsAfter, smallLedger } from './kit/ledger.ts';

/** Most bytes that a page may pay for knowing where it is. */
const MOST = 4096;

describe('the small map of Myanmar', () => {
  const ledger = smallLedger();

  it('names the country, northern Shan, China beside it and each city, and draws no city twice', () => {
    const svg = locatorSvg(ledger);
    for (const name of ['Myanmar', 'northern', 'Shan', 'China', 'Mandalay']) expect(svg).toContain(`>${name}</text>`);
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
