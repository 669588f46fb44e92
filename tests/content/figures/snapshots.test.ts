import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderSvg } from '../../../src/charts/index.ts';
import { FIGURE_IDS, modelsOf } from './kit.ts';

const FOLDER = join(process.cwd(), 'tests/snapshots');
/** `npm run snapshots` writes them anew; look at the difference before you commit it. */
const isUpdate = process.env['UPDATE'] === 'svg';

describe('pictures', () => {
  it.each(FIGURE_IDS.flatMap((id) => modelsOf(id).map((model) => [`${id}-${model.frame.name}`, model] as const)))(
    '%s is as committed',
    (name, model) => {
      const file = join(FOLDER, `${name}.svg`);
      // One tag a line makes a difference readable; the page gets it without the breaks.
      const svg = `${renderSvg(model, ' xmlns="http://www.w3.org/2000/svg"').replaceAll('><', '>\n<')}\n`;
      if (isUpdate) writeFileSync(file, svg);
      const advice = `The picture differs: run "npm run snapshots", look at tests/snapshots/${name}.svg, and say why in the commit.`;
      expect(existsSync(file), advice).toBe(true);
      expect(svg, advice).toBe(readFileSync(file, 'utf8'));
    },
  );
});
