import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { describeProblem, type Problem } from '../../src/data/errors.ts';
import { readYamlList } from '../../src/data/yaml.ts';
import { yamlLine } from '../../src/data/yaml-lines.ts';
import { tempFolder } from './kit/temp.ts';

const SCHEMA = z.strictObject({
  id: z.string(),
  title: z.string().min(20).optional(),
  rows: z.array(z.string()).optional(),
});
const FILE = 'list.yaml';

function read(text: string) {
  const root = tempFolder();
  writeFileSync(join(root, FILE), text);
  const problems: Problem[] = [];
  const value = readYamlList(root, FILE, SCHEMA, problems);
  return { value, problems: problems.map(describeProblem) };
}

describe('readYamlList', () => {
  it('reads what fits', () => {
    expect(read('- id: a\n  rows: [B005]\n')).toEqual({ value: [{ id: 'a', rows: ['B005'] }], problems: [] });
  });

  it('remembers the line of each field for later checks', () => {
    const { value } = read('- id: a\n- id: b\n  rows:\n    - B005\n    - B007\n');
    expect(yamlLine(value[1]!, ['rows', 1])).toBe(5);
    expect(yamlLine(value[1]!, ['title'])).toBe(2);
    expect(yamlLine({ id: 'made up' }, ['id'])).toBeUndefined();
  });

  it('keeps the items that are sound beside one that is not', () => {
    const { value, problems } = read('- id: a\n- id: 5\n- id: c\n  rows: [B005]\n');
    expect(value.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(yamlLine(value[1]!, ['rows'])).toBe(4);
    expect(problems).toHaveLength(1);
  });

  it.each([
    ['', 'list.yaml:1: found nothing; expected an array'],
    ['- id: 5\n', 'list.yaml:1 "0.id": found "5"; expected a string'],
    ['- rows: []\n', 'list.yaml:1 "0.id": found nothing; expected a string'],
    ['- id: a\n  title: short\n', 'list.yaml:2 "0.title": found "short"; expected at least 20 characters'],
    ['- id: a\n  colour: red\n', 'list.yaml:2 "0.colour": found the field "colour"; expected only known fields'],
    ['- id: a\n- id: b\n- id: a\n', 'list.yaml:3 "id": found "a" again; expected an id used once (first at line 1)'],
    ['- id: a\n  id: b\n', 'list.yaml:2: found Map keys must be unique; expected well-formed YAML'],
    [
      '- id: *nobody\n',
      'list.yaml: found Unresolved alias (the anchor must be set before the alias): nobody; expected well-formed YAML',
    ],
  ])('says what is wrong with %j', (text, problem) => {
    expect(read(text).problems).toEqual([problem]);
  });
});
