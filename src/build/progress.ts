import { EventEmitter } from 'node:events';
import type { SiteCard } from '../data/schemas/site.ts';

/** Report of a finished build. */
export interface BuildReport {
  site: SiteCard;
  /** Address of the site, with a slash at its end, if it is known. */
  siteUrl: string | undefined;
  /** Oddities of the content that do not stop a build. */
  warnings: readonly string[];
  /** Number of ids of the content that are not on the list of published ones. */
  unlisted: number;
  /** What was made, a line each. */
  made: readonly string[];
}

/** Events by which a build reports its steps, and at its end what was made, to whoever runs it in this process. */
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

/** Formats a count with its noun: `1 page`, `12 pages`. */
export function countNoun(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
