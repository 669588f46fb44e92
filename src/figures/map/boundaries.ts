import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { expectation, type Problem } from '../../ledger/problems.ts';
import { LedgerError } from '../../ledger/problems.ts';

/** West, south, east, north, in degrees. */
export type Bounds = [number, number, number, number];

/** What the large map shows: every drawn place, and China beside it for the labels of the border. */
export const DETAIL_BOUNDS: Bounds = [95.84, 22.14, 99.3, 24.46];
/** What the small map of the country shows. */
export const COUNTRY_BOUNDS: Bounds = [88.5, 9.2, 103.2, 28.8];
