/**
 * Advance widths of DejaVu Sans, in thousandths of an em: the widest face of the label stack. Text
 * measured with it fits in every other face; measured in Chromium 156.
 */
const CHARACTERS =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~–—−’‘“”…×·→';
const REGULAR = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
  636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
  748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
  615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
  337, 636, 838, 500, 1000, 838, 318, 318, 518, 518, 1000, 838, 318, 838,
];
const BOLD = [
  348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696,
  696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995,
  837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716,
  678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712,
  365, 712, 838, 500, 1000, 838, 380, 380, 657, 657, 1000, 838, 380, 838,
];
const EMBEDDED_REGULAR = [
  200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497, 497, 497,
  497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727,
  647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500, 542, 504, 553, 456, 555,
  496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303,
  241, 303, 497, 480, 800, 497, 249, 249, 426, 426, 948, 497, 249, 600,
];
const EMBEDDED_BOLD = [
  200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513, 513, 513, 513, 513,
  513, 513, 513, 275, 275, 513, 513, 513, 444, 875, 558, 597, 576, 625, 538, 510, 628, 663, 282, 494, 597, 502, 745,
  657, 674, 582, 674, 592, 545, 546, 655, 536, 800, 541, 501, 540, 324, 344, 324, 513, 500, 549, 516, 563, 462, 564,
  507, 317, 520, 558, 262, 263, 522, 271, 843, 560, 549, 564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324,
  255, 324, 513, 480, 800, 513, 275, 275, 482, 482, 964, 513, 275, 600,
];

/** Room for faces a little wider still. */
export const SAFETY = 1.05;

/** A face that labels may be printed in. */
interface Face {
  /** Thousandths of an em by character, regular and bold. */
  tables: [Map<string, number>, Map<string, number>];
  /** Room for faces a little wider still. */
  safety: number;
}

/** Whatever face of the stack a reader has. */
const WIDEST: Face = { tables: [tableOf(REGULAR), tableOf(BOLD)], safety: SAFETY };
/** Source Sans 3, as `src/fonts` has it. It goes into every printed form, so no wider face can come in its place. */
const EMBEDDED: Face = { tables: [tableOf(EMBEDDED_REGULAR), tableOf(EMBEDDED_BOLD)], safety: 1.02 };

let face = WIDEST;

/** Draws with labels measured in the face that is embedded in printed forms. */
export function inEmbeddedFace<T>(draw: () => T): T {
  face = EMBEDDED;
  try {
    return draw();
  } finally {
    face = WIDEST;
  }
}

/** How wide a line of text can be, in pixels: in the widest face of the stack, unless it is drawn `inEmbeddedFace`. */
export function textWidth(text: string, size: number, isBold = false): number {
  const table = face.tables[isBold ? 1 : 0];
  let thousandths = 0;
  // A plain loop: a build measures millions of lines.
  for (const character of text) thousandths += table.get(character) ?? 900;
  return (thousandths / 1000) * size * face.safety;
}

function tableOf(widths: number[]): Map<string, number> {
  return new Map([...CHARACTERS].map((character, index) => [character, widths[index] as number]));
}

/**
 * Breaks a text into lines of at most `room` pixels, as evenly as the words allow.
 * @param measure How wide a line is; in the widest face of the stack, unless the face is known.
 */
export function wrapText(
  text: string,
  room: number,
  size: number,
  isBold = false,
  measure: typeof textWidth = textWidth,
): string[] {
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
