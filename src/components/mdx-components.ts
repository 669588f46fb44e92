import Figure from './web/Figure.astro';
import Actors from './web/Actors.astro';
import Assessments from './web/Assessments.astro';
import Casualties from './web/Casualties.astro';
import ClaimCheck from './web/ClaimCheck.astro';
import Colophon from './web/Colophon.astro';
import Datasets from './web/Datasets.astro';
import Events from './web/Events.astro';
import InCopy from './web/InCopy.astro';
import KeyNumbers from './web/KeyNumbers.astro';
import Cite from './notes/Cite.astro';
import SectionNotes from './notes/SectionNotes.astro';
import DataDate from './shared/DataDate.astro';
import Latest from './shared/Latest.astro';
import LatestEvent from './shared/LatestEvent.astro';
import Num from './shared/Num.astro';
import OnSite from './web/OnSite.astro';
import Places from './web/Places.astro';
import SafeToPrint from './shared/SafeToPrint.astro';
import Quoted from './shared/Quoted.astro';
import StepMap from './shared/StepMap.astro';
import ShortForm from './shared/SlotOnly.astro';
import Term from './shared/Term.astro';
import Unknowns from './web/Unknowns.astro';

/** Components for `content/sections`, by the names that editors write. */
export const mdxComponents = {
  Actors,
  Assessments,
  ShortForm,
  Casualties,
  Cite,
  ClaimCheck,
  Colophon,
  DataDate,
  Datasets,
  Events,
  Figure,
  InCopy,
  KeyNumbers,
  Latest,
  LatestEvent,
  Num,
  OnSite,
  Places,
  SafeToPrint,
  Quoted,
  SectionNotes,
  StepMap,
  Term,
  Unknowns,
};
