import Figure from './web/Figure.astro';
import Actors from './web/Actors.astro';
import Assessments from './web/Assessments.astro';
import Casualties from './web/Casualties.astro';
import ClaimStrip from './web/ClaimStrip.astro';
import Colophon from './web/Colophon.astro';
import Datasets from './web/Datasets.astro';
import Events from './web/Events.astro';
import InCopy from './web/InCopy.astro';
import KeyAssessments from './web/KeyAssessments.astro';
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
import ShortForm from './shared/ShortForm.astro';
import TellingClaims from './web/TellingClaims.astro';
import Term from './shared/Term.astro';
import Unknowns from './web/Unknowns.astro';

/** Components for `content/sections` and `content/record`, by the names that editors write. */
export const mdxComponents = {
  Actors,
  Assessments,
  ShortForm,
  Casualties,
  Cite,
  ClaimStrip,
  Colophon,
  DataDate,
  Datasets,
  Events,
  Figure,
  InCopy,
  KeyAssessments,
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
  TellingClaims,
  Term,
  Unknowns,
};
