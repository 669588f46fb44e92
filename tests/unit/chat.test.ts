import { describe, expect, it } from 'vitest';
import { checkRows } from '../../src/data/checks/check-rows.ts';
import { describeProblem } from '../../src/data/errors.ts';
import { checkProse } from '../../src/site/checks/check-prose.ts';
import { change, smallLedger } from './kit/ledger.ts';
import { edit, sectionFile, writeProject } from './kit/project.ts';

const LIMIT = 'at most 169, so that the message with the day of the data and an address has at most 280';

/** What is wrong with the words for a chat of the small ledger’s figure. */
function figureFaults(fields: { chat?: string; summary?: string }): string[] {
  const ledger = smallLedger();
  change(ledger.figures, 'positions-lost', fields);
  return checkRows(ledger).map(describeProblem);
}

/** The same of a section, in whose file they stand. */
function sectionFaults(chat: string): string[] {
  const root = writeProject();
  edit(root, sectionFile('what'), 'finding:', `chat: "${chat}"\nfinding:`);
  return checkProse(root, smallLedger()).map(describeProblem);
}

describe('the words for a chat', () => {
  it('may have as many letters as fit with their numbers filled in', () => {
    const rest = 'x'.repeat(169 - 'more than 660,000 '.length);
    expect(sectionFaults(`{A21} ${rest}`)).toEqual([]);
    expect(figureFaults({ chat: `{A21} ${rest}` })).toEqual([]);
  });

  it('are refused with their number of letters if they have one more', () => {
    const words = `{A21} ${'x'.repeat(170 - 'more than 660,000 '.length)}`;
    expect(sectionFaults(words)).toEqual([
      `${sectionFile('what')}:5 "chat": found 170 characters with its numbers filled in; expected ${LIMIT}`,
    ]);
    expect(figureFaults({ chat: words })).toEqual([
      `content/figures/positions-lost.yaml "chat": found 170 characters with its numbers filled in; expected ${LIMIT}`,
    ]);
    const ledger = smallLedger();
    ledger.site.chat = words;
    expect(checkRows(ledger).map(describeProblem)).toEqual([
      `content/site.yaml "chat": found 170 characters with its numbers filled in; expected ${LIMIT}`,
    ]);
  });

  it('are asked for where finding and caveat do not fit', () => {
    const summary = `The alliance said that it took {B007} positions${', and said it again'.repeat(8)}.`;
    expect(figureFaults({ summary })).toEqual([
      `content/figures/positions-lost.yaml "chat": found nothing, and 255 characters of finding and caveat in its place; expected a sentence for chats that keeps the caveat, ${LIMIT}`,
    ]);
    expect(
      figureFaults({ summary, chat: 'The alliance said that it took {B007} positions; none was verified.' }),
    ).toEqual([]);
  });

  it('refer only to numbers that exist and are not weak', () => {
    expect(sectionFaults('The count of the alliance was {A99}, it said.')).toEqual([
      `${sectionFile('what')}:5 "chat": found "{A99}"; expected the id of a number in content/data or content/derived.yaml`,
    ]);
    expect(figureFaults({ chat: 'The count of the alliance was {A14}, it said.' })).toEqual([
      'content/figures/positions-lost.yaml "chat": found "{A14}" of low confidence; expected a number of high or medium confidence',
    ]);
  });
});
