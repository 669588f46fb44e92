import type { Located } from './csv.ts';
import type { Actor } from './schemas/actor.ts';
import type { Boundaries } from './schemas/boundaries.ts';
import type { Card } from './schemas/dataset-card.ts';
import type { DayBrief } from './schemas/day-brief.ts';
import type { Derivation } from './schemas/derivation.ts';
import type { Casualty, FirstGiven, Observation } from './schemas/observation.ts';
import type { Change } from './schemas/change.ts';
import type { City, MapNames } from './schemas/map-names.ts';
import type { Claim } from './schemas/claim.ts';
import type { TimelineEvent } from './schemas/event.ts';
import type { FigureCard } from './schemas/figure.ts';
import type { Host, Source } from './schemas/source.ts';
import type { SafeLine } from './schemas/safe-line.ts';
import type { KeyNumber } from './schemas/key-number.ts';
import type { Place } from './schemas/place.ts';
import type { RecordEnds, SiteCard } from './schemas/site.ts';
import type { Assessment, Statement } from './schemas/statement.ts';
import type { Term } from './schemas/term.ts';
import type { TimelineStripCard } from './schemas/timeline-strip.ts';

/** Names of the files whose rows are published numbers; all share one shape. */
export const OBSERVATION_FILES = ['displacement', 'displacement-by-state', 'positions', 'handovers', 'facts'] as const;
/** Name of a dataset of published numbers. */
export type Dataset = (typeof OBSERVATION_FILES)[number];

/** Names of the datasets that must have a card. */
export const CARD_IDS = [
  ...OBSERVATION_FILES,
  'places',
  'timeline',
  'actors',
  'glossary',
  'claims',
  'statements',
  'assessments',
  'sources',
] as const;
/** Name of a dataset that has a card. */
export type CardId = (typeof CARD_IDS)[number];

/** Checked facts of the explainer, by kind. Rows keep the order of their files. */
export interface Ledger {
  site: SiteCard & RecordEnds;
  /** Ids of the sections, in reading order. */
  sectionIds: string[];
  sources: Map<string, Located<Source>>;
  /** All observations by id, whatever file they stand in. */
  observations: Map<string, Located<Observation>>;
  datasets: Record<Dataset, Located<Observation>[]>;
  derivations: Map<string, Derivation>;
  places: Map<string, Located<Place>>;
  events: Map<string, Located<TimelineEvent>>;
  claims: Map<string, Located<Claim>>;
  terms: Map<string, Located<Term>>;
  statements: Map<string, Located<Statement>>;
  assessments: Map<string, Located<Assessment>>;
  actors: Map<string, Actor>;
  cards: Map<string, Card>;
  figures: Map<string, FigureCard>;
  keyNumbers: Map<string, KeyNumber>;
  /** What can be printed of each number that the text uses, by its id, and of a few things that are none. */
  safeLines: Map<string, SafeLine>;
  /** Counts of the table of civilians killed and injured, in order, by the id of their row. */
  casualties: Map<string, Casualty>;
  /** Numbers whose day of publication is not that of the document they were read in, by the id of their row. */
  firstGiven: Map<string, FirstGiven>;
  /** Briefs of single days, in order, each by its day. */
  briefs: Map<string, DayBrief>;
  /** Phases and events that the strip above the timeline names. */
  strip: TimelineStripCard;
  changes: Map<string, Change>;
  /** Hosts that may do what others may not, each with its reason. */
  hosts: Map<string, Host>;
  /** Cities of the small map of the country. */
  cities: Map<string, City>;
  /** The outlines under the map. */
  boundaries: Boundaries;
  /** Names of countries and states on the maps. */
  mapNames: MapNames;
}
