import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkContent } from '../build/check-content.ts';
import { countNoun } from '../build/progress.ts';
import { runTool, userError } from '../build/user-error.ts';
import { nameOf, ownerOf, RENAMED_KINDS, renameIn } from '../data/rename.ts';

const HELP = `-- ${RENAMED_KINDS.join('|')} <id> "New name", for example -- place lashio "Lashio"`;

/** `npm run rename -- place lashio "New name"`: changes a name in all content, keeps the id, and says what it did. */
await runTool(async () => {
  const root = process.cwd();
  const [kindGiven, id = '', name = '', ...rest] = process.argv.slice(2);
  const kind = RENAMED_KINDS.find((one) => one === kindGiven);
  if (!kind || id === '' || name.trim() === '' || rest.length > 0)
    throw userError('arguments', `"${process.argv.slice(2).join(' ')}"`, HELP);
  const { ledger } = checkContent(root);
  const thing = nameOf(ledger, kind, id);
  if (!thing) throw userError(kind, `"${id}"`, `the id of a ${kind} in content/`);
  if (thing.name === name) throw userError('name', `"${name}", the present one`, 'another name');
  const other = ownerOf(ledger, name, thing.id);
  if (other) throw userError('name', `"${name}", a name of ${other}`, 'a name that nothing else has');

  for (const { file, text, replaced, kept } of renameIn(root, kind, thing, name)) {
    writeFileSync(join(root, file), text);
    const left = kept > 0 ? `; ${kept} in others’ words left as they are` : '';
    console.log(`${file}: ${countNoun(replaced, 'occurrence')} changed${left}`);
  }
  console.log(
    `“${thing.name}” is now “${name}”, and among its other names. Look at “a” and “an”, and run npm run check.`,
  );
});
