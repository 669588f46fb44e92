import { publishersOf } from '../charts/table.ts';
import { textWidth } from '../charts/text-width.ts';
import type { ChartModel } from '../charts/types.ts';
import { formatDate } from '../ledger/format.ts';
import { embedAddress, figureAddress } from '../ledger/addresses.ts';
import { escapeHtml } from '../ledger/html.ts';
import type { Work } from '../ledger/works.ts';

/** Width of the frame that is offered, in pixels; it may be given any other. */
const WIDTH = 680;
/** The narrowest phone for which the offered height is enough. */
const NARROWEST = 320;
/** As in frame.css and figures.css, in pixels: around the figure, from where on the wider picture shows, the widest of the narrow one, and all the room between parts. */
const PADDING = 16;
const COLUMN_FROM = 616;
const PHONE_WIDEST = 360;
const BETWEEN = 70;
/** How many publishers a credit line names. */
const NAMED = 4;
const LINK_WORDS = 'Figure 1 of “Operation 1027: an explainer”, with its numbers, notes and sources. ';

/** A figure’s frame: how large, and the text that puts it into a page. */
export interface EmbedCode {
  width: number;
  height: number;
  /** Enough where the frame is as wide as offered. */
  heightWide: number;
  html: string;
}

/**
 * The `<iframe>` for a figure. A frame cannot grow with what is in it without a script, so its height is enough for the narrowest phone
 * and for the width offered, whichever is more.
 * @param siteUrl The absolute address of the site, with a slash at its end.
 */
export function embedCode(work: Work, models: readonly ChartModel[], siteUrl: string): EmbedCode {
  const height = Math.max(...[NARROWEST, PHONE_WIDEST + 2 * PADDING, WIDTH].map((width) => heightAt(width, models)));
  const link = new URL(figureAddress(work), siteUrl).href;
  const html = `<iframe src="${new URL(embedAddress(work), siteUrl).href}" title="${escapeHtml(work.title)}" width="${WIDTH}" height="${height}" loading="lazy" style="width:100%;max-width:736px;border:0"></iframe><p><a href="${link}">${escapeHtml(work.title)}</a></p>`;
  return { width: WIDTH, height, heightWide: heightAt(WIDTH, models), html };
}

/** What stands under a figure in a frame, besides the link to it: who counted, as of when, and the licence. */
export function creditWords({ sources, asOf }: ChartModel, licence: string): string {
  const publishers = publishersOf(sources);
  return `Sources: ${publishers.slice(0, NAMED).join('; ')}${publishers.length > NAMED ? ' and others' : ''}. Data as of ${formatDate(asOf)}. ${licence}.`;
}

/** How high a figure and its credit are in a frame of a width, in pixels; rather too much than too little. */
function heightAt(width: number, models: readonly ChartModel[]): number {
  const inner = width - 2 * PADDING;
  const model = models.find(({ frame }) => frame.name === (inner >= COLUMN_FROM ? 'column' : 'phone')) ?? (models[0] as ChartModel);
  const scale = Math.min(inner, model.frame.name === 'phone' ? PHONE_WIDEST : inner) / model.frame.width;
  const lines = (text: string, size: number) => Math.ceil(textWidth(text, size) / (inner - 2 * size)) + 1;
  const words = lines(model.title, 20) * 25 + lines(model.subtitle, 16) * 23 + lines(model.summary, 20) * 31 + lines(model.notes[0] ?? '', 16) * 23;
  const credit = lines(LINK_WORDS + creditWords(model, 'CC BY 4.0'), 16) * 23;
  return Math.ceil((model.frame.height * scale + words + credit + BETWEEN) / 10) * 10;
}
