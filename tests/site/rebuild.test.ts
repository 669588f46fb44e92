import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { CHECKSUMS_FILE } from '../../src/build/checksums.ts';
import { listFiles } from '../../src/build/files.ts';
import { BRIEFINGS_PAGE } from '../../src/site/briefing-forms.ts';
import { COPIES, DIST, FILES, IS_WHOLE } from './kit/dist.ts';
import { BRIEFINGS, madeAt } from './kit/pdf.ts';
import { Project } from './kit/project.ts';

/** The line that names the papers on which forms are printed, and the same with one of them. */
const FORMS_FILE = 'src/site/briefing-forms.ts';
const BOTH = 'const ON_PAPER = [A4, LETTER] as const;';
const ONE = 'const ON_PAPER = [A4] as const;';

let project: Project;
// PDFs of one paper, and no packed copies, if not everything is tried out: each takes as long as the site.
beforeAll(async () => {
  project = new Project();
  if (!IS_WHOLE) project.edit(FORMS_FILE, BOTH, ONE);
  const [pdf] = BRIEFINGS;
  await project.buildWell({
    COPIES: IS_WHOLE ? '' : 'none',
    ...(pdf !== undefined && {
      BRIEFINGS: 'all',
      CHROMIUM_PATH: inject('chromium'),
      SOURCE_DATE_EPOCH: await madeAt(pdf),
    }),
  });
});
afterAll(() => project?.remove());

it('the same content, built again in another place, has the same bytes in every file, the PDFs included', () => {
  const again = join(project.folder, 'dist');
  const hasChanged = (file: string) =>
    !existsSync(join(again, file)) || !readFileSync(join(again, file)).equals(readFileSync(join(DIST, file)));
  const files = IS_WHOLE ? [...FILES, ...COPIES] : FILES;
  expect(listFiles(again).filter((file) => !files.includes(file))).toEqual([]);
  // Without the other paper its files are missing, and so are they from the page and the list that name them.
  const others = BRIEFINGS.filter(({ paper }) => paper.id === 'letter').map(({ file }) => file);
  const expected = IS_WHOLE ? [] : [CHECKSUMS_FILE, ...(others.length > 0 ? [BRIEFINGS_PAGE] : []), ...others];
  expect(files.filter(hasChanged).sort()).toEqual(expected.sort());
});
