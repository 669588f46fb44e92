import { formatDate } from '../data/format.ts';
import type { Ledger } from '../data/ledger.ts';
import { embedAddress, figureAddress, figureFile } from '../site/addresses.ts';
import type { CitablePage } from '../site/citable-pages.ts';
import { escapeHtml } from '../site/html.ts';
import { figureModels } from './index.ts';
import { publishersOf } from './shared/figure-tables.ts';
import type { ChartModel } from './shared/model.ts';

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

/** Code that puts a figure into somebody else’s page. */
export interface EmbedCode {
  /** The picture, which leads to the figure. */
  picture: string;
  /** A frame as wide as its column. */
  frame: string;
  /** The size of the frame in a usual column of text, in pixels. */
  width: number;
  height: number;
}

/** The most publishers that a credit line names. */
const NAMED = 4;

/** The usual column of text. */
const COLUMN = 680;
/** The room around the words of a frame, and what a letter of them adds to its height, in pixels; a test looks that nothing is cut. */
const ROOM = 92;
const PER_LETTER = 0.43;
/** Heights are rounded up to tens, as people write them. */
const STEP = 10;

/** Collects what the frame of a figure shows. */
export function frameParts(ledger: Ledger, { id, number, caveat }: CitablePage): FrameParts {
  const models = figureModels(ledger, id);
  const [model] = models;
  const { title, subtitle, summary: finding } = model;
  const credit = {
    link: `Figure ${number} of “${ledger.site.title}”`,
    more: `, with its numbers, notes and sources. ${creditWords(model, ledger.site.licence.name)}`,
  };
  return { title, subtitle, finding, caveat, credit, models };
}

/** Returns the credit line: who counted, as of when, and the licence. */
export function creditWords({ sources, asOf }: ChartModel, licence: string): string {
  const publishers = publishersOf(sources);
  return `Sources: ${publishers.slice(0, NAMED).join('; ')}${publishers.length > NAMED ? ' and others' : ''}. Data as of ${formatDate(asOf)}. ${licence}.`;
}

/**
 * Returns the code for a picture that leads to the figure, and for a frame.
 * @param siteUrl The absolute address of the site, with a slash at its end.
 */
export function embedCode(ledger: Ledger, work: CitablePage, siteUrl: string): EmbedCode {
  const at = (address: string) => new URL(address, siteUrl).href;
  const height = columnHeight(frameParts(ledger, work));
  return {
    picture: `<a href="${at(figureAddress(work))}"><img src="${at(figureFile(work, 'png'))}" alt="${escapeHtml(work.finding)}" width="100%"></a>`,
    frame: `<iframe src="${at(embedAddress(work))}" title="${escapeHtml(work.shared)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`,
    width: COLUMN,
    height,
  };
}

/** Estimates the height of a frame in a column of text, or a wider one, from its picture and the letters of its words. */
function columnHeight({ title, subtitle, finding, caveat, credit, models }: FrameParts): number {
  const letters = [title, subtitle, finding, caveat ?? '', credit.link, credit.more].join('').length;
  const picture = Math.max(...models.map(({ frame }) => (frame.name === 'column' ? frame.height : 0)));
  return Math.ceil((picture + ROOM + PER_LETTER * letters) / STEP) * STEP;
}
