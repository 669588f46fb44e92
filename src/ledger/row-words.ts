import { formatCount, formatDateShort } from './format.ts';
import type { Ledger } from './load.ts';

const ROW_ID = /\b[A-Z]{1,2}\d{2,3}\b/g;

/** A caveat with the rows it names spelled out: "Lower than A21" becomes "Lower than 660,000 (OCHA, 15 Dec 2023)". */
export function spellOutRows(ledger: Ledger, text: string): string {
  return text.replace(ROW_ID, (id) => {
    const row = ledger.observations.get(id);
    if (!row) return id;
    const about = [row.claimant, row.as_of ? formatDateShort(row.as_of) : ''].filter(Boolean).join(', ');
    return `${formatCount(row.value)} (${about})`;
  });
}
