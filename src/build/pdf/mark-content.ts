import type { GlyphFont } from './glyph-font.ts';

/** Piece of a drawing that the structure of its document names by a number. */
export interface DrawingPiece {
  mcid: number;
  words: string;
  /** Whether it is more than lines and grounds. */
  isContent: boolean;
}

const OPENS = /(?:BDC|BMC)$/;
const PIECE = /\/MCID (\d+)/;
const ACTUAL_TEXT = /\/ActualText <FEFF([0-9A-F]*)>/;
const PATH = /(?:^| )(?:m|l|c|v|y|h|re)$/;
const PAINTS = /^(?:f\*?|F|S|s|B\*?|b\*?)$/;
const NO_PAINT = /(?:^| )n$/;
const DRAWS_OBJECT = /(?:^| )(?:Do|sh)$/;
const GLYPHS = /<([0-9A-F]*)>/g;

/**
 * Reads the pieces of the drawing of a page: its words in the order in which they are drawn.
 * @param drawing Operators as Chromium writes them, one on a line.
 */
export function readPieces(drawing: string, fontOf: (name: string) => GlyphFont | null): DrawingPiece[] {
  const pieces: DrawingPiece[] = [];
  let piece: DrawingPiece | undefined;
  let font: GlyphFont | null = null;
  let [depth, spokenAt, line, lineBefore] = [0, 0, '', ''];
  const say = (words: string) => {
    if (!piece) return;
    if (line !== lineBefore && piece.words !== '' && !piece.words.endsWith(' ')) piece.words += ' ';
    piece.words += words;
    lineBefore = line;
  };
  for (const op of drawing.split('\n')) {
    if (OPENS.test(op)) {
      depth += 1;
      const [mcid, spoken] = [PIECE.exec(op)?.[1], ACTUAL_TEXT.exec(op)?.[1]];
      if (mcid !== undefined) pieces.push((piece = { mcid: Number(mcid), words: '', isContent: false }));
      if (spoken === undefined) continue;
      say(utf16(spoken));
      spokenAt = depth;
    } else if (op === 'EMC') {
      if (depth === spokenAt) spokenAt = 0;
      depth -= 1;
      if (depth === 0) piece = undefined;
    } else if (op.endsWith(' Tf')) font = fontOf(op.slice(1, op.indexOf(' ')));
    else if (op.endsWith(' Tm')) line = op.split(' ')[5] ?? '';
    else if (piece && (/T[jJ]$/.test(op) || DRAWS_OBJECT.test(op))) {
      piece.isContent = true;
      if (spokenAt === 0) say([...op.matchAll(GLYPHS)].map(([, codes]) => font?.textOf(codes as string)).join(''));
    }
  }
  return pieces;
}

function utf16(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}

const BEGIN = '/Artifact BMC';
/** Differs from the end of other content by a space, so that one artifact after another can be joined. */
const END = 'EMC ';

/**
 * Marks as artifacts what belongs to no piece of a drawing, such as what stands in the margins and generated signs, and the pieces
 * that only decorate.
 */
export function markArtifacts(drawing: string, decorations: ReadonlySet<number>): string {
  const out: string[] = [];
  /** How what is open ends. */
  const open: string[] = [];
  let path: number | undefined;
  for (const op of drawing.split('\n')) {
    if (OPENS.test(op)) {
      const mcid = PIECE.exec(op)?.[1];
      const isArtifact = open.length === 0 && (mcid === undefined || decorations.has(Number(mcid)));
      open.push(isArtifact ? END : 'EMC');
      out.push(isArtifact ? BEGIN : op);
    } else if (op === 'EMC') out.push(open.pop() ?? op);
    else if (op === 'ET' && open.at(-1) === op) {
      open.pop();
      out.push(op, END);
    } else if (open.length > 0) out.push(op);
    else if (op === 'BT') {
      open.push('ET');
      out.push(BEGIN, op);
    } else {
      if (PATH.test(op) || DRAWS_OBJECT.test(op)) path ??= out.length;
      out.push(op);
      if (path !== undefined && (PAINTS.test(op) || DRAWS_OBJECT.test(op))) {
        out.splice(path, 0, BEGIN);
        out.push(END);
        path = undefined;
      } else if (NO_PAINT.test(op)) path = undefined;
    }
  }
  return out.join('\n').replaceAll(`${END}\n${BEGIN}\n`, '');
}
