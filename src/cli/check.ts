import { parseArgs } from 'node:util';
import type { Ledger } from '../data/ledger.ts';
import { checkSite } from '../build/check-content.ts';
import { userError, runTool } from '../build/user-error.ts';

/** `npm run check [-- --root DIR]`: checks all content without building anything. */
await runTool(async () => {
  const { ledger, warnings } = checkSite(rootGiven());
  for (const warning of warnings) console.log(`Note: ${warning}`);
  const verdict = warnings.length > 0 ? `No errors; ${warnings.length} to look at` : 'All is well';
  console.log(`${verdict}: ${countsOf(ledger)}.`);
});

function rootGiven(): string {
  try {
    return parseArgs({ options: { root: { type: 'string' } } }).values.root ?? process.cwd();
  } catch (error) {
    throw userError(
      'arguments',
      `"${process.argv.slice(2).join(' ')}" (${(error as Error).message})`,
      'nothing, or --root DIR',
    );
  }
}

function countsOf(ledger: Ledger): string {
  const counts = {
    sources: ledger.sources,
    'published numbers': ledger.observations,
    'computed numbers': ledger.derivations,
    places: ledger.places,
    events: ledger.events,
    claims: ledger.claims,
    statements: ledger.statements,
    assessments: ledger.assessments,
    actors: ledger.actors,
    terms: ledger.terms,
    figures: ledger.figures,
  };
  return Object.entries(counts)
    .map(([noun, { size }]) => `${size} ${noun}`)
    .join(', ');
}
