import { describe, expect, it } from 'vitest';
import { mapNames, mapOrder } from '../../../src/figures/map/model.ts';
import { sharedTone } from '../../../src/figures/shared/drawn-places.ts';
import { cardOf, ledger, modelsOf } from './kit.ts';

const card = cardOf('map');
const phone = modelsOf('map').find(({ frame }) => frame.name === 'phone')!;
const order = mapOrder(ledger, card);
const names = mapNames(ledger, card);

describe('the key of numbers', () => {
  it('names every number of the map, in order and in the colour of its mark', () => {
    expect(names.map(({ number }) => number)).toEqual(order.map(({ number }) => number));
    for (const [index, { place }] of order.entries()) {
      const { name, tone } = names[index]!;
      expect(place.name.startsWith(name)).toBe(true);
      const mark = phone.marks.find(({ row, kind }) => row === place.id && (kind === 'filled' || kind === 'open'))!;
      expect(mark.tone).toBe(sharedTone({ side: tone as typeof place.side }));
    }
  });

  it('says of each what a stroke or a ring says, and whose mark it is where a colour is shared', () => {
    const words = (id: string) =>
      names[order.findIndex(({ place }) => place.id === id)]!.more.map(({ words: one }) => one).join(', ');
    expect(order.filter(({ back }) => back !== null).map(({ number }) => number)).toEqual(
      names
        .filter(({ more }) => more.some(({ words: one }) => /retaken|given back/.test(one)))
        .map(({ number }) => number),
    );
    const said: Partial<Record<string, RegExp>> = {
      retaken: /retaken$/,
      'handed-back': /given back$/,
      'transferred-uwsa': /the Wa$/,
    };
    for (const { place } of order) {
      const wanted = said[place.status_latest] ?? (place.partial ? /claimed in part/ : null);
      if (wanted) expect(words(place.id), place.name).toMatch(wanted);
    }
    expect(names.some(({ more }) => more.length === 0)).toBe(true);
  });

  it('is spared the reader for most towns that are back: a phone names them where there is room', () => {
    const named = phone.labels.filter(
      ({ lines, row }) => lines.join('') !== '' && order.some(({ place, back }) => place.id === row && back !== null),
    );
    const back = order.filter((one) => one.back !== null);
    expect(named.length, 'too few names on the phone: look at "prominent" in content/figures/map.yaml').toBeGreaterThan(
      back.length / 2,
    );
  });
});
