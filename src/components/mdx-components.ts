import Figure from '../figures/Figure.astro';
import Actors from './Actors.astro';
import Assessments from './Assessments.astro';
import Brief from './Brief.astro';
import Casualties from './Casualties.astro';
import ClaimCheck from './ClaimCheck.astro';
import Colophon from './Colophon.astro';
import Datasets from './Datasets.astro';
import Events from './Events.astro';
import KeyNumbers from './KeyNumbers.astro';
import Cite from './notes/Cite.astro';
import SectionNotes from './notes/SectionNotes.astro';
import Num from './Num.astro';
import Places from './Places.astro';
import Safe from './Safe.astro';
import Said from './Said.astro';
import Term from './Term.astro';
import Unknowns from './Unknowns.astro';

/** Everything an editor may use in `content/sections`, by the name it is written with. */
export const mdxComponents = {
  Actors,
  Assessments,
  Brief,
  Casualties,
  Cite,
  ClaimCheck,
  Colophon,
  Datasets,
  Events,
  Figure,
  KeyNumbers,
  Num,
  Places,
  Safe,
  Said,
  SectionNotes,
  Term,
  Unknowns,
};
