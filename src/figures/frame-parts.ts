import { publishersOf } from './shared/figure-tables.ts';
import type { ChartModel } from './shared/model.ts';
import { formatDate } from '../data/format.ts';
import type { Ledger } from '../data/ledger.ts';
import type { CitablePage } from '../site/citable-pages.ts';
import { figureModels } from './index.ts';

/** Everything that a figure shows in a frame on somebody else’s page. */
export interface FrameParts {
  title: string;
  subtitle: string;
  finding: string;
  caveat: string | null;
  /** The words of the link out of the frame, and what follows them. */
  credit: { link: string; more: string };
  /** Its picture at the designed widths. */
  models: readonly ChartModel[];
}

/** The most publishers that a credit line names. */
const NAMED = 4;

/** Collects what the frame of a figure shows. */
export function frameParts(ledger: Ledger, { id, number, caveat }: CitablePage): FrameParts {
  const models = figureModels(ledger, id);
  const [model] = models;
  const { title, subtitle, summary } = model;
  const credit = {
    link: `Figure ${number} of “${ledger.site.title}”`,
    more: `, with its numbers, notes and sources. ${creditWords(model, ledger.site.licence.name)}`,
  };
  return {
    title,
    subtitle,
    finding: summary,
    caveat,
    credit,
    models,
  };
}

/** Returns the credit line: who counted, as of when, and the licence. */
export function creditWords({ sources, asOf }: ChartModel, licence: string): string {
  const publishers = publishersOf(sources);
  return `Sources: ${publishers.slice(0, NAMED).join('; ')}${publishers.length > NAMED ? ' and others' : ''}. Data as of ${formatDate(asOf)}. ${licence}.`;
}
