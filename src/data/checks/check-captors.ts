import { actorSpellings, nearMiss, shortNames } from '../spelling.ts';
import type { Place } from '../schemas/place.ts';
import type { Located } from '../csv.ts';
import type { Ledger } from '../ledger.ts';
import { quote, type Problem } from '../errors.ts';
import { rowProblem } from './report.ts';
import { OTHER_CAPTOR } from './check-events.ts';

type Row = Located<Place>;

/** Pattern of initials that stand for a group: `TNLA`, `PDFs`, `T.N.L.A.`. */
const INITIALS = /(?<![\p{L}\p{N}.])(?:\p{Lu}\.){2,}|(?<![\p{L}\p{N}])\p{Lu}{2,}(?=s?(?![\p{L}\p{N}]))/gu;

/** Checks that the words of `captor` name each group of `captor_ids`, in a spelling that `actors.yaml` knows, and no initials that it does not know, unless one of the groups has no entry there. */
export function captorsHold(ledger: Ledger): Problem[] {
  const spellings: Spellings = new Map(
    [...ledger.actors].map(([id, actor]) => [
      id,
      // The id itself is the name that a sentence uses: “the alliance”, “Karenni forces”.
      [id.replaceAll('-', ' '), ...actorSpellings(actor).map(({ text }) => text)],
    ]),
  );
  const initials = [...new Set([...spellings.values()].flat().flatMap((text) => text.match(INITIALS) ?? []))];
  return [...ledger.places.values()].flatMap((row) => {
    const unnamed = groupsAreNamed(ledger, row, spellings);
    return unnamed.length > 0 ? unnamed : initialsAreKnown(row, initials);
  });
}

/** Every way of writing each group, by its id. */
type Spellings = ReadonlyMap<string, string[]>;

function groupsAreNamed({ actors }: Ledger, row: Row, spellings: Spellings): Problem[] {
  return row.captor_ids.flatMap((id) => {
    const [actor, names] = [actors.get(id), spellings.get(id)];
    if (!actor || !names || names.some((name) => isNamedIn(row.captor, name))) return [];
    return [
      rowProblem(
        row,
        'captor',
        `${quote(row.captor)}, which does not name "${id}" of captor_ids`,
        `${[...shortNames(actor), actor.name].map(quote).join(' or ')}, or another name of the group in content/actors.yaml`,
      ),
    ];
  });
}

function initialsAreKnown(row: Row, known: readonly string[]): Problem[] {
  if (row.captor_ids.includes(OTHER_CAPTOR)) return [];
  return (row.captor.match(INITIALS) ?? [])
    .filter((text) => !known.includes(text))
    .map((text) => {
      const plain = text.replaceAll('.', '');
      const meant = known.includes(plain) ? plain : nearMiss(plain, known);
      const expected = 'initials of a group in content/actors.yaml';
      return rowProblem(
        row,
        'captor',
        quote(text),
        meant ? `perhaps ${meant}; ${expected}` : `${expected}, or "${OTHER_CAPTOR}" among captor_ids`,
      );
    });
}

/** Returns true if the words hold the name as whole words, in the singular or plural. */
function isNamedIn(words: string, name: string): boolean {
  const letters = (text: string) =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  const text = letters(words);
  const wanted = letters(name).trimEnd();
  return text.includes(`${wanted} `) || text.includes(`${wanted}s `);
}
