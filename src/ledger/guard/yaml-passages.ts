import { isMap, isScalar, isSeq, type Document, type LineCounter } from 'yaml';
import { append, newPassage, type Passage } from './passage.ts';
import { TEMPLATE_MARK } from './vocabulary.ts';

/** Fields that hold ids, dates and switches, never words for a reader. All others are prose. */
const NOT_PROSE = new Set([
  'id',
  'order',
  'since',
  'date',
  'dataDate',
  'latestEvent',
  'version',
  'url',
  'contact',
  'publisher',
  'number',
  'section',
  'tone',
  'shape',
  'same',
  'dataset',
  'rows',
  'gaps',
  'left_out',
  'base_sources',
  'mark',
  'not_before',
  'not_after',
  'from',
  'surely',
  'to',
  'told_by',
  'at',
  'of',
  'kind',
  'decimals',
  'qualifier',
  'where',
  'change',
  'test',
  // A correction quotes what the page said on two days; that must not change with the rows.
  'was',
  'is',
]);

/** A parsed YAML text; `offset` is the number of lines above it in its file. */
export interface YamlText {
  document: Document;
  source: string;
  lines: LineCounter;
  offset: number;
}

/** The reader text of a YAML document, one passage for each field. */
export function yamlPassages(yaml: YamlText): Passage[] {
  const passages: Passage[] = [];
  const walk = (node: unknown, path: string[]): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) if (!NOT_PROSE.has(String(key))) walk(value, [...path, String(key)]);
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => walk(item, [...path, String(index)]));
    } else if (isScalar(node) && typeof node.value === 'string' && node.range) {
      const line = yaml.lines.linePos(node.range[0]).line + yaml.offset;
      const passage = newPassage(path.join('.'));
      // A unit is only ever read behind its number.
      if (path.at(-1) === 'unit') append(passage, `${TEMPLATE_MARK} `, '', line);
      append(passage, node.value, yaml.source.slice(node.range[0], node.range[1]), line);
      passages.push(passage);
    }
  };
  walk(yaml.document.contents, []);
  return passages;
}
