import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One block of code of the guide: the file it is written into, or the command that is run. */
export interface Step {
  /** `diff` changes lines of a file, `text` shows what a command says, anything else is a whole new file. */
  kind: string;
  /** File, or command. */
  target: string;
  lines: string[];
}

/** Worked example of the guide. */
export interface Example {
  title: string;
  steps: Step[];
}

/** Reads the worked examples of a guide: each third-level heading with the blocks under it that name a file or a command. */
export function readExamples(markdown: string): Example[] {
  return markdown
    .split(/^### /m)
    .slice(1)
    .map((part) => ({
      title: part.slice(0, part.indexOf('\n')),
      steps: [...part.matchAll(/^```(\w+) (\S.*)\n([\s\S]*?)^```$/gm)].map(([, kind = '', target = '', body = '']) => ({
        kind,
        target,
        lines: body.replace(/\n$/, '').split('\n'),
      })),
    }))
    .filter(({ steps }) => steps.length > 0);
}

/**
 * Carries out a step that writes. In a diff, a line of `-` is replaced by the line of `+` under it, a line that begins with a
 * space only says after which line those of `+` come, and without either they are added at the end of the file. `…` at a
 * line's end stands for the rest of it, which stays.
 * @throws Error if the guide names a line that is not there once.
 */
export function writeStep(root: string, { kind, target, lines }: Step): void {
  const path = join(root, target);
  if (kind !== 'diff') {
    if (existsSync(path))
      throw new Error(`CONTRIBUTING.md makes ${target}, which is there already: give the example another name`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${lines.join('\n')}\n`);
    return;
  }
  const text = readFileSync(path, 'utf8').replace(/\n$/, '').split('\n');
  let at = text.length;
  let rest = '';
  for (const line of lines) {
    const [sign, words] = [line[0], line.slice(1)];
    if (sign === '+') {
      text.splice(at, 0, words.endsWith('…') ? words.slice(0, -1) + rest : words);
      at += 1;
      continue;
    }
    const beginning = words.replace(/…$/, '');
    const found = text.flatMap((one, index) =>
      (words.endsWith('…') ? one.startsWith(beginning) : one === words) ? [index] : [],
    );
    if (found.length !== 1)
      throw new Error(
        `CONTRIBUTING.md names a line of ${target} that is there ${found.length} times: ${words}\nChange the example to a line of today.`,
      );
    at = found[0] as number;
    rest = (text[at] as string).slice(beginning.length);
    if (sign === '-') text.splice(at, 1);
    else at += 1;
  }
  writeFileSync(path, `${text.join('\n')}\n`);
}

/** Turns a line of the guide into a pattern, `…` standing for any text. */
export function patternOf(line: string): RegExp {
  return new RegExp(
    line
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*'),
  );
}
