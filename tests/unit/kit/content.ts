import { fileURLToPath } from 'node:url';
import { loadLedger } from '../../../src/data/load.ts';

/** The project's own root. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** The published content, read once for all test files of a worker: they look at it, and change none of it. */
export const ledger = loadLedger(ROOT);

/** Ids of the published sections, in reading order. */
export const SECTION_IDS = ledger.sectionIds;
