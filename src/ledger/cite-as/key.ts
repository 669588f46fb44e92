import type { Work } from '../works.ts';
import type { Edition } from './edition.ts';

/** The name by which a list of references calls a work: `operation-1027-an-explainer-china`. */
export function citationKey({ kind, id }: Work, { site }: Edition): string {
  const name = site.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return kind === 'explainer' ? name : `${name}-${id}`;
}
