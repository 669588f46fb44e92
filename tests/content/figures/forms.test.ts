import { csvParse } from 'd3';
import { describe, expect, it } from 'vitest';
import { figureCsv, figureColumns, figureJson } from '../../../src/figures/shared/exports.ts';
import { LESS_FIRM } from '../../../src/figures/shared/drawn-places.ts';
import { renderSvg } from '../../../src/charts/index.ts';
import { DOUBTFUL, sourceWords, tableRows, WEAK_MEANS } from '../../../src/figures/shared/figure-tables.ts';
import { figureText } from '../../../src/figures/shared/text.ts';
import { formatCell } from '../../../src/site/datasets/serialise.ts';
import { reuseOfFigure } from '../../../src/site/reuse.ts';
import {
  allLabels,
  FIGURE_IDS,
  ledger,
  modelsOf,
  NUMBER_FIGURES,
  numberRows,
  PLACE_FIGURES,
  placeRows,
} from './kit.ts';

describe.each(NUMBER_FIGURES)('forms of %s', (id) => {
  const models = modelsOf(id);
  const model = models[0]!;
  const rows = numberRows(model);

  it('hold the same numbers in the CSV as in the table', () => {
    const csv = csvParse(figureCsv(model));
    expect(csv.map((row) => [row['id'], row['value'], row['as_of'], row['claimant']])).toEqual(
      rows.map((row) => [row.rowId, String(row.value), row.raw.as_of, row.claimant]),
    );
  });

  it('hold the same numbers in the plain text as in the table', () => {
    const text = figureText(ledger, model).replace(/\s+/g, ' ');
    for (const row of rows) expect(text).toContain(`${row.date}: ${row.number} ${row.unit}`);
    expect(text).toContain(model.title);
    expect(text).toContain(model.summary.replace(/\s+/g, ' '));
  });

  it('say what was counted wherever the source does', () => {
    const csv = csvParse(figureCsv(model));
    const text = figureText(ledger, model).replace(/\s+/g, ' ');
    for (const [index, row] of rows.entries()) {
      const definition = ledger.observations.get(row.rowId)!.definition ?? '';
      expect(csv[index]!['definition']).toBe(definition);
      if (definition !== '') expect(text).toContain(`Counted: ${definition}.`);
    }
  });

  it('call a row of medium confidence second-hand or doubtful, and no other', () => {
    for (const row of rows) expect(row.isDoubtful).toBe(ledger.observations.get(row.rowId)!.confidence === 'medium');
    for (const row of rows.filter(({ drawn }) => drawn.startsWith('a single mark')))
      expect(row.drawn.endsWith('second-hand or doubtful')).toBe(row.isDoubtful);
  });
});

if (PLACE_FIGURES.length > 0)
  describe.each(PLACE_FIGURES)('forms of %s', (id) => {
    const model = modelsOf(id)[0]!;
    const rows = placeRows(model);

    it('hold the same places in the CSV as in the table', () => {
      const csv = csvParse(figureCsv(model));
      expect(csv.map((row) => [row['id'], row['name'], row['captured_on'], row['status_latest']])).toEqual(
        rows.map(({ rowId, name, raw }) => [rowId, name, raw.captured_on ?? '', raw.status_latest]),
      );
    });

    it('hold the same places in the plain text as in the table', () => {
      const text = figureText(ledger, model).replace(/\s+/g, ' ');
      for (const row of rows) expect(text).toContain(`${row.date}: ${row.name}, ${row.region} (${row.captor};`);
      expect(text).toContain(model.title);
      expect(text).toContain(model.summary.replace(/\s+/g, ' '));
    });
  });

describe.each(FIGURE_IDS)('every form of %s', (id) => {
  const models = modelsOf(id);
  const model = models[0]!;

  it('marks weak sources and doubtful rows in plain text as the table does, and says what weak means', () => {
    const text = figureText(ledger, model);
    const items = text.split(/\n(?=- |\n)/).map((item) => item.replace(/\s+/g, ' '));
    const rows = tableRows(model.table);
    for (const { rowId, sources, isDoubtful } of rows) {
      const line = items.find((item) => item.endsWith(`[${rowId}]`))!;
      for (const { publisher, weak } of sources) expect(line).toContain(weak ? `${publisher} (weak)` : publisher);
      expect(line.includes(model.table.of === 'numbers' ? DOUBTFUL : LESS_FIRM), rowId).toBe(isDoubtful);
    }
    const someWeak = model.sources.some(({ weak }) => weak);
    expect(text.replace(/\s+/g, ' ')).toContain(sourceWords(model.sources));
    expect(sourceWords(model.sources).includes(WEAK_MEANS)).toBe(someWeak);
  });

  it('explains every column of the CSV in the plain text and in the JSON', () => {
    const text = figureText(ledger, model).replace(/\s+/g, ' ');
    const { columns } = csvParse(figureCsv(model));
    const explained = JSON.parse(figureJson(ledger, model, undefined)).columns as Record<string, string>;
    expect(Object.keys(explained)).toEqual(columns);
    for (const [column, words] of Object.entries(explained))
      expect(text).toContain(`- ${column}: ${words.replace(/\s+/g, ' ')}`);
  });

  it('refuses a column that nothing explains', () => {
    const unworded = { ...ledger, cards: new Map() };
    expect(() => figureColumns(unworded, model)).toThrow(
      /^figures\/.*\.csv: no words for the column "id", neither its own nor in content\/data\/.*\.yaml$/,
    );
  });

  it('holds the same rows in the JSON as in the CSV, cell by cell', () => {
    const csv = csvParse(figureCsv(model));
    const { rows } = JSON.parse(figureJson(ledger, model, undefined));
    expect(
      rows.map((row: object) =>
        Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, formatCell(cell)])),
      ),
    ).toEqual(csv.map((row) => ({ ...row })));
    expect(rows.length).toBeGreaterThan(0);
  });

  it('says in the JSON what it is, of when, whence, and whether it may be reused', () => {
    const json = JSON.parse(figureJson(ledger, model, 'https://explainer.example/'));
    const { title, subtitle, summary, notes, asOf } = model;
    expect(json).toMatchObject({
      title,
      subtitle,
      finding: summary,
      notes,
      asOf,
      version: ledger.site.version,
      address: `https://explainer.example/figures/${id}.html`,
    });
    expect(json.licence).toEqual({ ...ledger.site.licence, reuse: reuseOfFigure(ledger, id) });
    const named = new Set(json.sources.map((source: { id: string }) => source.id));
    for (const row of json.rows) for (const source of row.source_ids) expect(named).toContain(source);
    expect(JSON.parse(figureJson(ledger, model, undefined))).not.toHaveProperty('address');
  });

  it('owns no coordinates and no boundaries', () => {
    const reuse = reuseOfFigure(ledger, id);
    expect(reuse).toContain('CC BY 4.0');
    expect(reuse.includes('MIMU’s own terms')).toBe(model.table.of === 'places');
    expect(reuse.includes('Natural Earth, in the public domain')).toBe(id === 'map');
  });

  it('keeps plain text within a screen of eighty columns', () => {
    for (const line of figureText(ledger, model).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it.each(models.map((one) => [one.frame.name, one] as const))('draws every label and mark as SVG at %s', (_, one) => {
    const svg = renderSvg(one);
    expect(svg.match(/<text /g)).toHaveLength(allLabels(one).length);
    expect(svg.match(/data-row=/g)!.length).toBeGreaterThanOrEqual(one.placed.length);
    expect(svg).not.toMatch(/style=|<a |<script|NaN|undefined| id=/);
    expect(svg).not.toMatch(/\d\.\d{3}/);
    expect(svg).toContain('role="img" aria-label="');
  });
});
