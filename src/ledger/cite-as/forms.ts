import type { Work } from '../works.ts';
import { bibtex } from './bibtex.ts';
import { chatMessage } from './chat.ts';
import { cslJson } from './csl.ts';
import type { Edition } from './edition.ts';
import { footnote } from './footnote.ts';
import { ris } from './ris.ts';

/** One way of naming a work, ready to be copied. */
export interface CitedForm {
  id: 'footnote' | 'chat' | 'bibtex' | 'ris' | 'csl';
  label: string;
  text: string;
  /** Whether it is a record for a program, of lines that must stay as they are. */
  isRecord: boolean;
}

/** All ways of naming a work: two to be read, three for reference managers. */
export function citedForms(work: Work, edition: Edition): CitedForm[] {
  return [
    { id: 'footnote', label: 'Footnote', text: footnote(work, edition), isRecord: false },
    { id: 'chat', label: 'Chat message', text: chatMessage(work, edition), isRecord: false },
    { id: 'bibtex', label: 'BibTeX', text: bibtex(work, edition), isRecord: true },
    { id: 'ris', label: 'RIS', text: ris(work, edition), isRecord: true },
    { id: 'csl', label: 'CSL-JSON', text: cslJson(work, edition), isRecord: true },
  ];
}
