import { mdxComponents } from '../mdx-components.ts';
import Actors from './TextActors.astro';
import Assessments from './TextAssessments.astro';
import Casualties from './TextCasualties.astro';
import Cite from './TextCite.astro';
import ClaimCheck from './TextClaimCheck.astro';
import Events from './TextEvents.astro';
import Figure from './TextFigure.astro';
import Heading from './TextHeading.astro';
import KeyNumbers from './TextKeyNumbers.astro';
import Num from './TextNum.astro';
import Places from './TextPlaces.astro';
import SectionNotes from './TextSectionNotes.astro';
import Term from './TextTerm.astro';
import Unknowns from './TextUnknowns.astro';

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
