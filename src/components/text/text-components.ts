import { mdxComponents } from '../mdx-components.ts';
import Actors from './Actors.astro';
import Assessments from './Assessments.astro';
import Casualties from './Casualties.astro';
import Cite from './Cite.astro';
import ClaimCheck from './ClaimCheck.astro';
import Events from './Events.astro';
import Figure from './Figure.astro';
import Heading from './Heading.astro';
import KeyNumbers from './KeyNumbers.astro';
import Num from './Num.astro';
import Places from './Places.astro';
import SectionNotes from './SectionNotes.astro';
import Term from './Term.astro';
import Unknowns from './Unknowns.astro';

/** What sections are written with, in words, lists and small tables. */
export const textComponents = {
  ...mdxComponents,
  Actors,
  Assessments,
  Casualties,
  Cite,
  ClaimCheck,
  Events,
  Figure,
  KeyNumbers,
  Num,
  Places,
  SectionNotes,
  Term,
  Unknowns,
  h3: Heading,
};
