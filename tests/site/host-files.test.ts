import { expect, it } from 'vitest';
import { carriedPolicy } from '../../src/build/hosts/headers.ts';
import { BYTES, mediaTypeOf } from '../../src/build/hosts/media-types.ts';
import { FILES, PAGES, readBuilt } from './kit/dist.ts';

it('lies in the site whole, for whoever mirrors that without building it', () => {
  expect(FILES).toEqual(
    expect.arrayContaining([
      '_headers',
      'hosts/Caddyfile',
      'hosts/caddy-headers',
      'hosts/nginx-headers.conf',
      'hosts/nginx.conf',
    ]),
  );
  for (const page of PAGES)
    expect(readBuilt('hosts/nginx-headers.conf') + readBuilt('hosts/caddy-headers')).toContain(
      `/${page} "${carriedPolicy(readBuilt(page))}; frame-ancestors`,
    );
});

it('names the type of every file but those that only a program reads', () => {
  const unnamed = FILES.filter((file) => mediaTypeOf(file) === BYTES).map(
    (file) => /\.[^./]+$/.exec(file)?.[0] ?? file,
  );
  const known = ['.br', '.gz', '_headers', 'hosts/Caddyfile', 'hosts/caddy-headers', 'SHA256SUMS'];
  expect([...new Set(unnamed)].filter((name) => !known.includes(name))).toEqual([]);
});
