import { describe, expect, it } from 'vitest';
import { change, problemsAfter } from './kit/ledger.ts';

describe('dataset cards', () => {
  it('are there for every dataset', () => {
    expect(problemsAfter((l) => l.cards.delete('places'))).toEqual([
      'content/data/places.yaml: found no such file; expected a card for this dataset',
    ]);
  });

  it('stand for a dataset that exists', () => {
    expect(problemsAfter((l) => l.cards.set('weather', { ...l.cards.get('places')!, id: 'weather' }))[0]).toContain(
      'content/data/weather.yaml "id": found "weather"; expected one of displacement,',
    );
  });

  it('describe every column', () => {
    expect(problemsAfter((l) => delete l.cards.get('places')!.columns['lat'])).toEqual([
      'content/data/places.yaml "columns": found no "lat"; expected every column of the file, described',
    ]);
  });

  it('describe no column that is not there', () => {
    expect(problemsAfter((l) => (l.cards.get('places')!.columns['height'] = 'metres'))[0]).toContain(
      '"columns.height": found "height"; expected one of id, slug, name,',
    );
  });

  it('leave to the rows how far these reach, where rows have dates', () => {
    expect(problemsAfter((l) => change(l.cards, 'displacement', { last_data: '2023-12-30' }))).toEqual([
      'content/data/displacement.yaml "last_data": found 2023-12-30; expected no such field: it is computed from the dates of the rows',
    ]);
  });

  it('give a date where rows have none', () => {
    expect(problemsAfter((l) => change(l.cards, 'glossary', { last_data: 'spring of 2026' }))).toEqual([
      'content/data/glossary.yaml "last_data": found "spring of 2026"; expected an ISO date: YYYY, YYYY-MM or YYYY-MM-DD',
    ]);
  });
});
