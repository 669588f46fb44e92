import type { Actor } from '../data/schemas/actor.ts';
import type { Claim } from '../data/schemas/claim.ts';
import type { TimelineEvent } from '../data/schemas/event.ts';
import type { Place } from '../data/schemas/place.ts';
import { figureRowAddress, prosePage, type Link } from './addresses.ts';
import { shortNames } from '../data/spelling.ts';
import { placesShown } from '../data/figure-rows.ts';
import type { Ledger } from '../data/ledger.ts';
import { ContentError, type Problem } from '../data/errors.ts';
import { allElements, attributeIds, attributeText } from '../data/mdx.ts';
import { readSections } from '../data/sections.ts';
import { proseNotes } from '../data/notes.ts';
import { readProse } from '../data/record.ts';

/** Id and title of a section, for a link. */
export interface SectionName {
  id: string;
  title: string;
}

/** Places that one report gives to a group, alone or with others: the captor in its own words. */
export interface Taken {
  captor: string;
  places: Place[];
}

/**
 * Reads the ids and titles of the sections, in reading order.
 * @throws ContentError if one cannot be parsed.
 */
export function sectionNames(root: string): SectionName[] {
  return parsedSections(root).map(({ id, card }) => ({ id, title: card?.title ?? id }));
}

/** Returns, for each place by id, the figures and section tables that show it, in the order a reader would meet them. */
export function placeMentions(ledger: Ledger, root: string): Map<string, Link[]> {
  const found = new Map([...ledger.places.keys()].map((id) => [id, [] as Link[]]));
  const add = (id: string, mention: Link) => found.get(id)?.push(mention);
  const titles = sectionTitles(root);
  for (const { section, series, mdx } of parsedProse(root)) {
    const shown = new Set(
      allElements(mdx.body)
        .filter(({ name }) => name === 'Places')
        .flatMap((element) => attributeIds(element, 'ids')),
    );
    for (const place of shown)
      add(place, {
        href: `${prosePage({ section, series })}#place-${ledger.places.get(place)?.slug}`,
        label: `“${titles.get(section) ?? section}”`,
      });
  }
  for (const figure of [...ledger.figures.values()].sort((a, b) => a.number - b.number)) {
    for (const { id } of placesShown(ledger, figure))
      add(id, { href: figureRowAddress(figure, id), label: `figure ${figure.number}` });
  }
  return found;
}

/** Returns, for each judgement by id, the page on which it stands with others of its leaning. */
export function assessmentPages(ledger: Ledger, root: string): Map<string, string> {
  const pages = new Map(
    parsedProse(root).flatMap((file) =>
      allElements(file.mdx.body)
        .filter(({ name }) => name === 'Assessments')
        .map((element) => [attributeText(element, 'leaning'), prosePage(file)] as const),
    ),
  );
  return new Map([...ledger.assessments.values()].map(({ id, leaning }) => [id, pages.get(leaning) ?? 'index.html']));
}

/** Lists the events of the timeline that name a place. */
export function eventsAtPlace(ledger: Ledger, { id }: Pick<Place, 'id'>): TimelineEvent[] {
  return [...ledger.events.values()].filter(({ place_ids }) => place_ids.includes(id));
}

/** Lists the events of the timeline that concern a group. */
export function eventsOfActor(ledger: Ledger, { id }: Pick<Actor, 'id'>): TimelineEvent[] {
  return [...ledger.events.values()].filter(({ actor_ids }) => actor_ids.includes(id));
}

/** Lists the claims that are about a group. */
export function claimsAboutActor(ledger: Ledger, { id }: Pick<Actor, 'id'>): Claim[] {
  return [...ledger.claims.values()].filter(({ actor_ids }) => actor_ids.includes(id));
}

/** Lists the other places at the very point of a place: for a town its gate, bases and commands, and the other way round. */
export function placesAtSamePoint(ledger: Ledger, place: Place): Place[] {
  if (place.lat === null) return [];
  return [...ledger.places.values()].filter(
    (other) => other.id !== place.id && other.lat === place.lat && other.lon === place.lon,
  );
}

/** Groups the places that a group is reported to have taken, alone or with others, by the captor's own words, those of the group alone first. */
export function placesTakenBy(ledger: Ledger, actor: Actor): Taken[] {
  const byCaptor = Map.groupBy(
    [...ledger.places.values()].filter(({ captor_ids }) => captor_ids.includes(actor.id)),
    ({ captor }) => captor,
  );
  const names = [actor.name, ...shortNames(actor)];
  const isAlone = (captor: string) => (names.includes(captor) ? 0 : 1);
  return [...byCaptor]
    .map(([captor, places]) => ({ captor, places }))
    .sort((a, b) => isAlone(a.captor) - isAlone(b.captor));
}

/** Returns, for each term by id, the sections that use it, in reading order. */
export function sectionsByTerm(root: string): Map<string, SectionName[]> {
  const titles = sectionTitles(root);
  const found = new Map<string, SectionName[]>();
  for (const { section, notes } of proseNotes(root)) {
    for (const id of notes.flatMap(({ terms }) => terms)) {
      const sections = found.get(id) ?? [];
      if (sections.some((one) => one.id === section)) continue;
      found.set(id, [...sections, { id: section, title: titles.get(section) ?? section }]);
    }
  }
  return found;
}

function sectionTitles(root: string): Map<string, string> {
  return new Map(sectionNames(root).map(({ id, title }) => [id, title]));
}

function parsedProse(root: string) {
  const problems: Problem[] = [];
  const files = readProse(root, problems);
  if (problems.length > 0) throw new ContentError(problems);
  return files;
}

function parsedSections(root: string) {
  const problems: Problem[] = [];
  const sections = readSections(root, problems);
  if (problems.length > 0) throw new ContentError(problems);
  return sections;
}
