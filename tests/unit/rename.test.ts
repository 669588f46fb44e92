import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check-content.ts';
import { nameOf, renameIn, type RenamedKind } from '../../src/data/rename.ts';
import { edit, sectionFile, writeProject } from './kit/project.ts';
import { smallLedger } from './kit/ledger.ts';

/** Renames a thing in a small project, and returns where it lies. */
function rename(kind: RenamedKind, id: string, name: string, prepare: (root: string) => void = () => {}): string {
  const root = writeProject();
  prepare(root);
  const thing = nameOf(smallLedger(), kind, id);
  if (!thing) throw new Error(`no ${kind} ${id}`);
  for (const { file, text } of renameIn(root, kind, thing, name)) writeFileSync(join(root, file), text);
  return root;
}

describe('another name', () => {
  const place = [...smallLedger().places.values()][0]!;

  it('takes the place of the old one in prose and rows, keeps ids, and the content still holds', () => {
    const root = rename('place', place.slug, 'Newtown', (at) =>
      edit(at, sectionFile('who'), 'The alliance', `In ${place.name} the alliance`),
    );
    expect(readFileSync(join(root, sectionFile('who')), 'utf8')).toContain('In Newtown the alliance');
    const renamed = checkContent(root).ledger.places.get(place.id)!;
    expect([renamed.name, renamed.slug, renamed.name_alt[0]]).toEqual(['Newtown', place.slug, place.name]);
  });

  it('leaves quotations, addresses and longer words alone', () => {
    const words = `A “${place.name} falls” headline, and ${place.name}ers.`;
    const root = rename('place', place.slug, 'Newtown', (at) =>
      edit(at, sectionFile('who'), 'The alliance', `${words} The alliance`),
    );
    expect(readFileSync(join(root, sectionFile('who')), 'utf8')).toContain(words);
  });

  it('of a group joins its other names', () => {
    const group = [...smallLedger().actors.values()][0]!;
    const { ledger } = checkContent(rename('group', group.id, 'New Army'));
    expect(ledger.actors.get(group.id)!.name).toBe('New Army');
    expect(ledger.actors.get(group.id)!.other_names).toContain(group.name);
  });

  it('of something that does not exist is refused', () => {
    expect(nameOf(smallLedger(), 'place', 'atlantis')).toBeNull();
  });
});
