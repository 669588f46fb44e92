/**
 * Advance widths of DejaVu Sans, in thousandths of an em: the widest face of the label stack. Text
 * measured with it fits in every other face; measured in Chromium 156.
 */
const CHARACTERS = ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~–—−’‘“”…×·→';
const REGULAR = [318,401,460,838,636,950,780,275,390,390,500,838,318,361,318,337,636,636,636,636,636,636,636,636,636,636,337,337,838,838,838,531,1000,684,686,698,770,632,575,775,752,295,295,656,557,863,748,787,603,787,695,635,611,732,684,989,685,611,685,390,337,390,838,500,500,613,635,550,635,615,352,635,634,278,278,579,278,974,634,612,635,635,411,521,392,634,592,818,592,592,525,636,337,636,838,500,1000,838,318,318,518,518,1000,838,318,838];
const BOLD = [348,456,521,838,696,1002,872,306,457,457,523,838,380,415,380,365,696,696,696,696,696,696,696,696,696,696,400,400,838,838,838,580,1000,774,762,734,830,683,683,821,837,372,372,775,637,995,837,850,733,850,770,720,682,812,774,1103,771,724,725,457,365,457,838,500,500,675,716,593,716,678,435,716,712,343,343,665,343,1042,712,687,716,716,493,595,478,712,652,924,645,652,582,712,365,712,838,500,1000,838,380,380,657,657,1000,838,380,838];
const TABLES = [REGULAR, BOLD].map((widths) => new Map([...CHARACTERS].map((character, index) => [character, widths[index] as number])));

/** Room for faces a little wider still. */
export const SAFETY = 1.05;

/** How wide a line of text can be, in pixels, in the widest face of the stack. */
export function textWidth(text: string, size: number, isBold = false): number {
  const table = TABLES[isBold ? 1 : 0] as Map<string, number>;
  const ems = [...text].reduce((sum, character) => sum + (table.get(character) ?? 900), 0) / 1000;
  return ems * size * SAFETY;
}

/**
 * Breaks a text into lines of at most `room` pixels, as evenly as the words allow.
 * @param measure How wide a line is; in the widest face of the stack, unless the face is known.
 */
export function wrapText(text: string, room: number, size: number, isBold = false, measure: typeof textWidth = textWidth): string[] {
  const fillTo = (width: number) => fill(text, width, (line) => measure(line, size, isBold));
  const count = fillTo(room).length;
  // The narrowest room that needs no more lines gives lines of like length.
  let narrow = room;
  while (narrow > 20 && fillTo(narrow - 4).length === count) narrow -= 4;
  return fillTo(narrow);
}

function fill(text: string, room: number, widthOf: (line: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
