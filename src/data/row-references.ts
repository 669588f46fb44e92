import { formatCount, formatDateShort } from './format.ts';
import type { Ledger } from './ledger.ts';
import type { Observation } from './schemas/observation.ts';

const IN_BRACKETS = /\(([A-Z]{1,2}\d{2,3})\)/g;
const ROW_ID = /\b[A-Z]{1,2}\d{2,3}\b/g;
const ISO_DAY = /\b\d{4}-\d{2}-\d{2}\b/g;

/**
 * Replaces ids of rows in a caveat by words ("Lower than A21" becomes "Lower than the 660,000 of 15 Dec 2023", "see BX03" names the gate), and formats its dates.
 * @param nameCount Words for the number of another row.
 */
export function spellOutRows(ledger: Ledger, text: string, nameCount = numberOfDay): string {
  return text
    .replace(IN_BRACKETS, (whole, id: string) => {
      const row = ledger.observations.get(id);
      return row ? `(${[row.claimant, formatOptionalDate(row.as_of)].filter(Boolean).join(', ')})` : whole;
    })
    .replace(ROW_ID, (id) => {
      const row = ledger.observations.get(id);
      return row ? nameCount(row) : (ledger.places.get(id)?.name ?? id);
    })
    .replace(ISO_DAY, formatDateShort);
}

function numberOfDay({ value, as_of }: Observation): string {
  return `the ${formatCount(value)}${as_of ? ` of ${formatOptionalDate(as_of)}` : ''}`;
}

function formatOptionalDate(date: string | null): string {
  return date ? formatDateShort(date) : '';
}
