import type { Actor } from '../schemas/actor.ts';
import { eachOnce, spelling, splitBracket, withoutBrackets, type Spelling } from './spelling.ts';

const LEADS = 'under leaders and speakers';

/** How a phrase among the other names says that it names a neighbour and not the group itself. */
const RELATIONS: [pattern: RegExp, as: string][] = [
  [/^armed wing of the (.+)$/, 'its armed wing'],
  [/^armed wing: (.+)$/, 'armed wing'],
  [/^includes the (.+?) and many .+$/, 'a part of it'],
];

/** `PSLF`, `MDY-PDF`: capitals that stand for the name before them. */
const INITIALS = /^[A-Z][A-Za-z-]*[A-Z]$/;

/** A word of a name of a person or a body, in Latin script. */
const NAME = /^\p{Lu}[\p{L}’-]*(?: \p{Lu}[\p{L}’-]*)*$/u;
const RANKS = /^(?:Senior General|Major General|Acting President|Colonel) /;

/** Every name of a group: full, short, in other scripts, former and neighbouring ones, and who leads or speaks for it. */
export function actorSpellings(actor: Actor): Spelling[] {
  return eachOnce([
    spelling(actor.name),
    // `A / B` is two bodies that go together.
    ...actor.name.split(' / ').map((text) => spelling(text)),
    ...shortNames(actor).map((text) => spelling(text)),
    ...actor.scripts.map(({ text, lang, note }): Spelling =>
      note === undefined ? { text, lang } : { text, lang, as: note },
    ),
    ...actor.other_names.flatMap(otherName),
    ...leaderNames(actor.leaders ?? ''),
  ]);
}

/** The short forms of a group: `CNF/CNA, CDFs` are three. */
export function shortNames({ abbreviation = '' }: Pick<Actor, 'abbreviation'>): string[] {
  return abbreviation.split(/,\s*|\//).filter((text) => text !== '');
}

function otherName(text: string): Spelling[] {
  const relation = RELATIONS.find(([pattern]) => pattern.test(text));
  const { name, inside } = splitBracket(relation?.[0].exec(text)?.[1] ?? text);
  if (inside === undefined) return [spelling(name, relation?.[1])];
  return INITIALS.test(inside)
    ? [spelling(name, relation?.[1]), spelling(inside, relation?.[1])]
    : [spelling(name, relation?.[1] ?? inside)];
}

/** `Peng Daxun (also Peng Daren or Peng Deren), commander` has three names; what a person does there is not one. */
function leaderNames(leaders: string): Spelling[] {
  const inBrackets = [...leaders.matchAll(/\(([^()]*)\)/g)].flatMap(([, inside = '']) =>
    inside.split(/,\s*|\bor\b/).map((part) => part.replace(/\balso\b/, '').trim()),
  );
  const outside = withoutBrackets(leaders)
    .split(/[;,]\s*|\band\b/)
    .map((part) => part.trim().replace(RANKS, ''));
  const names = [...outside.filter((text) => text.includes(' ')), ...inBrackets];
  return names.map((text) => spelling(text, LEADS)).filter(({ text, lang }) => lang !== 'en' || NAME.test(text));
}
