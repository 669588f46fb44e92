import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { fillTokens } from '../../src/data/numbers.ts';
import { citedAuthor, editionOf } from '../../src/site/citations/edition.ts';
import { ledger, ROOT } from './kit.ts';

it('CITATION.cff has the title, author, terms and newest version of the site, in fields of the Citation File Format 1.2.0', () => {
  const edition = editionOf(ledger, undefined);
  const { title, description, version, licence, keywords } = ledger.site;
  expect(parse(readFileSync(join(ROOT, 'CITATION.cff'), 'utf8'))).toEqual({
    'cff-version': '1.2.0',
    message: expect.stringMatching(/./),
    type: 'dataset',
    title,
    abstract: fillTokens(ledger, description),
    authors: [{ name: citedAuthor(edition) }],
    version,
    'date-released': edition.modified,
    license: licence.name.replaceAll(' ', '-'),
    keywords,
  });
});
