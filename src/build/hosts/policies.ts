import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../data/errors.ts';
import { carriedPolicy } from './headers.ts';

/** Content security policies that pages carry, by the address of the page. */
export type Policies = ReadonlyMap<string, string>;

/**
 * Reads the policies of finished pages.
 * @throws ContentError if one has none.
 */
export function readPolicies(folder: string, pages: readonly string[]): Policies {
  return new Map(
    pages.map((file) => [
      file,
      carriedPolicy(readFileSync(join(folder, file), 'utf8')) ??
        fail({ file, found: 'a page without a policy', expected: 'the one that the build puts in' }),
    ]),
  );
}

/** Joins policies into one that allows whatever any of them allows. */
export function unionOf(policies: readonly string[]): string {
  const allowed = new Map<string, Set<string>>();
  for (const [name, ...sources] of policies
    .flatMap((policy) => policy.split('; '))
    .map((directive) => directive.split(' '))) {
    for (const source of sources) allowed.set(name!, (allowed.get(name!) ?? new Set()).add(source));
  }
  return [...allowed]
    .map(([name, sources]) =>
      [name, ...(sources.size > 1 ? [...sources].filter((source) => source !== `'none'`) : sources)].join(' '),
    )
    .join('; ');
}
