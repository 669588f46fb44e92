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
