import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { figureFile } from '../../site/addresses.ts';
import type { ChartModel } from '../../figures/shared/model.ts';
import type { Ledger } from '../../data/ledger.ts';
import { figureModels } from '../../figures/index.ts';
import { citablePages } from '../../figures/all-works.ts';
import { layOutCard } from './card-words.ts';
import { cardPicture } from './draw-card.ts';
import { checkLetters, measuresOf, readFaces } from './faces.ts';
import { figurePicture } from './figure-picture.ts';
import { imprintOf } from './imprint.ts';
import { drawPng } from './png.ts';
import { readStyles } from './styles.ts';

/** PNG files have two pixels for each of a figure’s. */
const ZOOM = 2;

/**
 * Writes the pictures that readers keep and share: each figure as SVG and PNG, and for each work a card that stands for it
 * where its link is shared. Cards name the site, so they need its address.
 * @returns The number of pictures written.
 * @throws ContentError if a style, a face or a text does not allow one.
 */
export function writePictures(folder: string, ledger: Ledger, root: string, siteUrl: string | undefined): number {
  const styles = readStyles(root);
  const faces = readFaces(root);
  const measures = measuresOf(faces);
  const draw = (svg: string, name: string, zoom: number, words: Record<string, string>) => {
    checkLetters(svg, name, faces);
    return drawPng(svg, name, root, zoom, words);
  };
  // Each is asked for more than once, and takes its time.
  const models = new Map([...ledger.figures.keys()].map((id) => [id, figureModels(ledger, id)]));
  const files = new Map<string, string | Buffer>();
  for (const [id, widths] of models) {
    const model = widths.at(-1) as ChartModel;
    const imprint = imprintOf(ledger, model, siteUrl);
    const name = figureFile({ id }, 'png');
    const words = {
      Title: model.title,
      Source: imprint.address ?? imprint.site,
      Copyright: `${imprint.licence.name}, ${imprint.licence.url}`,
    };
    files.set(figureFile({ id }, 'svg'), figurePicture(model, imprint, styles));
    files.set(name, draw(figurePicture(model, imprint, styles, measures), name, ZOOM, words));
  }
  for (const work of siteUrl === undefined ? [] : citablePages(ledger, root)) {
    const svg = cardPicture(layOutCard(ledger, work, siteUrl as string, styles, measures), styles);
    files.set(work.card, draw(svg, work.card, 1, { Title: work.title, Source: siteUrl + work.address }));
  }
  for (const [file, bytes] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  }
  return files.size;
}
