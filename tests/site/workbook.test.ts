import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { CARD_IDS } from '../../src/data/ledger.ts';
import { workbookFile } from '../../src/site/addresses.ts';
import { escapeFormula } from '../../src/site/datasets/serialise.ts';
import { tempFolder } from '../unit/kit/temp.ts';
import { DIST, readBuilt } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';

const WORKBOOK = workbookFile(ledger.site);
const OFFICE = '/usr/bin/soffice';
/** Every sheet as it is shown, with commas, quotes and UTF-8. */
const AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

/** Opens the workbook in LibreOffice and saves each sheet. @returns The rows of a sheet. */
function sheetsInOffice(): (id: string) => string[][] {
  const folder = tempFolder();
  const profile = `-env:UserInstallation=file://${tempFolder()}`;
  const file = join(DIST, WORKBOOK);
  execFileSync(OFFICE, ['--headless', profile, '--convert-to', AS_CSV, '--outdir', folder, file], { stdio: 'pipe' });
  return (id) => parse(readFileSync(join(folder, `${basename(WORKBOOK, '.xlsx')}-${id}.csv`), 'utf8')) as string[][];
}

it('LibreOffice shows in the workbook what the CSV files hold, cell by cell', () => {
  expect(existsSync(OFFICE), `No ${OFFICE} found: the package libreoffice-calc of Debian has it`).toBe(true);
  const sheet = sheetsInOffice();
  for (const id of CARD_IDS)
    expect(
      sheet(id).map((row) => row.map(escapeFormula)),
      id,
    ).toEqual(parse(readBuilt(`data/${id}.csv`)));
});
