import type { BriefingForm, Paper } from '../../site/briefing-forms.ts';
import type { Thumbnail } from './thumbnail.ts';

/** Printed form, with what the list of briefings says of it. */
export interface Briefing {
  form: BriefingForm;
  paper: Paper;
  /** Path from the top of the site. */
  file: string;
  pages: number;
  bytes: number;
  /** Its first page, small. */
  thumbnail: Thumbnail;
}
