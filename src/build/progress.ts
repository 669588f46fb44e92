import { EventEmitter } from 'node:events';
import type { SiteCard } from '../data/schemas/site.ts';

/** What a finished build tells of itself. */
export interface BuildReport {
  site: SiteCard;
  /** Address of the site, with a slash at its end, if it is known. */
  siteUrl: string | undefined;
  /** Oddities of the content that stop nothing. */
  warnings: readonly string[];
  /** How many ids of the content are not on the list of published ones. */
  unlisted: number;
  /** What was made, a line each. */
  made: readonly string[];
}

/** Tells whoever runs the build in this process how far it is, and at its end what was made. Without a listener nothing is said. */
export const buildProgress = new EventEmitter<{ step: [what: string]; done: [report: BuildReport] }>();

/**
 * Numbers the steps of a long job, so that whoever waits sees what is being done and how far it is.
 * @returns A function that announces the next step: `2/5 Drawing the pages …`.
 */
export function numberSteps(total: number, say: (line: string) => void = console.log): (what: string) => void {
  let step = 0;
  return (what) => {
    step += 1;
    say(`${step}/${total} ${what} …`);
  };
}

/** `1 page`, `12 pages`. */
export function countNoun(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
