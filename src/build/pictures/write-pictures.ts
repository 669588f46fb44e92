import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { figureFile, slideFile } from '../../site/addresses.ts';
import { CARD_SIZE, SLIDE_SIZE } from '../../site/preview-cards.ts';
import type { Ledger } from '../../data/ledger.ts';
import { figureModels } from '../../figures/index.ts';
import { sharedPages } from '../../figures/all-works.ts';
import { layOutCard, type PictureUse } from './card-words.ts';
import { cardPicture } from './draw-card.ts';
import { checkLetters, measuresOf, readFaces } from './faces.ts';
import { figurePicture } from './figure-picture.ts';
import { figureSlide } from './figure-slide.ts';
import { imprintOf } from './imprint.ts';
import { drawPng } from './png.ts';
import { readStyles } from './styles.ts';

/**
 * Writes the pictures that readers keep and share: each figure as SVG; each figure and section as PNG for a slide; and for each
 * work a card that stands for it where its link is shared. Cards and the slides of sections name the site, so they need its address.
 * @returns The number of pictures written.
 * @throws ContentError if a style, a face or a text does not allow one.
 */
export async function writePictures(
  folder: string,
  ledger: Ledger,
  root: string,
  siteUrl: string | undefined,
): Promise<number> {
  const styles = readStyles(root);
  const faces = readFaces(root);
  const measures = measuresOf(faces);
  const files = new Map<string, string | Promise<Buffer>>();
  const draw = (name: string, svg: string, zoom: number, words: Record<string, string>) => {
    checkLetters(svg, name, faces);
    files.set(name, drawPng(svg, name, root, zoom, words));
  };
  for (const id of ledger.figures.keys()) {
    const models = figureModels(ledger, id);
    const model = models.at(-1) ?? models[0];
    const imprint = imprintOf(ledger, model, siteUrl);
    files.set(figureFile({ id }, 'svg'), figurePicture(model, imprint, styles));
    draw(figureFile({ id }, 'png'), figureSlide(models, imprint, styles, measures), 1, {
      Title: model.title,
      Source: imprint.address ?? imprint.site,
      Copyright: `${imprint.licence.name}, ${imprint.licence.url}`,
    });
  }
  for (const work of siteUrl === undefined ? [] : sharedPages(ledger, root)) {
    const words = { Title: work.title, Source: siteUrl + work.address };
    const card = (use: PictureUse) =>
      cardPicture(layOutCard(ledger, work, siteUrl as string, styles, measures, use), styles);
    draw(work.card, card('chat'), 1, words);
    if (work.kind === 'section') draw(slideFile(work), card('slide'), SLIDE_SIZE.width / CARD_SIZE.width, words);
  }
  for (const [file, bytes] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), await bytes);
  }
  return files.size;
}
