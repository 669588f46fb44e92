import { carriedPolicy, headersOf, VARYING } from '../../../src/build/hosts/headers.ts';
import { mediaTypeOf } from '../../../src/build/hosts/media-types.ts';
import { readBuilt } from './dist.ts';

/** Returns the headers that a file should have, in the small letters in which Node gives them. */
export function wantedHeaders(file: string): Record<string, string | undefined> {
  const headers = headersOf(file, file.endsWith('.html') ? carriedPolicy(readBuilt(file)) : undefined);
  const absent = VARYING.map((name) => [name.toLowerCase(), undefined]);
  return {
    ...Object.fromEntries([...absent, ...Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])]),
    'content-type': mediaTypeOf(file),
  };
}

/** Returns those of an answer's headers that are asked for. */
export function pick(headers: object, names: string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, (headers as Record<string, unknown>)[name]]));
}
