import type { PhrasingContent, Root } from 'mdast';
import { numberNotes, type Note } from './notes.ts';
import { LedgerError, type Problem } from './problems.ts';
import { briefParagraphs } from './prose/brief.ts';
import { elementsOf, hasAttribute, textOf, type Element } from './prose/elements.ts';
import { readSections } from './prose/sections.ts';
import type { Section } from '../schemas/section.ts';

/** A paragraph as the short printed forms take it. */
export interface StoryParagraph {
  /** What it says, with the mark of its note in it. */
  words: PhrasingContent[];
  /** What it rests on; its number is that within the section's part of the story. */
  note: Note | null;
}

/** A sentence for those who write about the war: one that the sources bear, or one that they do not. */
export interface StorySafe {
  isSafe: boolean;
  words: PhrasingContent[];
  /** Ids of the numbers in it. */
  numbers: string[];
}

/** What the short printed forms take from a section. */
export interface StorySection extends Pick<Section, 'id' | 'order' | 'title' | 'finding' | 'chat'> {
  paragraphs: StoryParagraph[];
  /** What can be written safely and what cannot, in order. */
  safe: StorySafe[];
  /** What nobody can say yet, of the section's list only what is marked for the short forms. */
  unknowns: Section['unknowns'];
}

/**
 * The story in short: from every section the paragraphs that stand in `<Brief>`, each with its note.
 * @throws LedgerError if a section cannot be parsed, or has none.
 */
export function readStory(root: string): StorySection[] {
  const problems: Problem[] = [];
  const files = readSections(root, problems);
  const story = files.flatMap(({ mdx, card }): StorySection[] => {
    if (!card) return [];
    const { id, order, title, finding, chat, unknowns } = card;
    const children = briefParagraphs(mdx.body);
    if (children.length === 0)
      problems.push({
        file: mdx.file,
        found: 'no <Brief>',
        expected: 'one around each paragraph that the short printed forms shall take, at least around one',
      });
    // The numbering marks the place of each note in the words.
    const { notes } = numberNotes({ type: 'root', children } as never);
    const paragraphs = children.map((paragraph, index) => ({
      words: paragraph.children,
      note: notes.find(({ block }) => block === index + 1) ?? null,
    }));
    return [
      {
        id,
        order,
        title,
        finding,
        chat,
        paragraphs,
        safe: safeIn(mdx.body),
        unknowns: unknowns.filter(({ brief }) => brief),
      },
    ];
  });
  if (problems.length > 0) throw new LedgerError(problems);
  return story;
}

/** Every `<Safe>` of a section. */
function safeIn(body: Root): StorySafe[] {
  return elementsOf(body)
    .filter(({ name }) => name === 'Safe')
    .map((element) => ({
      isSafe: hasAttribute(element, 'ok'),
      words: element.children as PhrasingContent[],
      numbers: numbersIn(element),
    }));
}

function numbersIn(element: Element): string[] {
  return elementsOf({ type: 'root', children: element.children } as Root).flatMap((inner) =>
    inner.name === 'Num' ? (textOf(inner, 'id') ?? []) : [],
  );
}
