import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ask } from './kit/hosts.ts';
import { hostNames, startAbove, useHost } from './kit/running-hosts.ts';
import { pick, wantedHeaders } from './kit/wanted-headers.ts';

const TEXTS = ['index.html', 's/china.html', '404.html', 'data/positions.csv'];

describe.each(await hostNames())('%s', (name) => {
  const { mirror, host } = useHost(name, TEXTS);

  it('serves the site below a path of another too, its page for what is missing at any depth', async () => {
    const above = await startAbove(name, mirror().box, host());
    const below = (path: string) => ask(above.origin, path, { 'accept-encoding': 'br' });
    try {
      for (const [address, file, status] of [
        ['/war/', 'index.html', 200],
        ['/war/s/china', 's/china.html', 200],
        ['/war/data/positions.csv', 'data/positions.csv', 200],
        ['/war/missing', '404.html', 404],
        ['/war/a/b/c/missing.html', '404.html', 404],
      ] as const) {
        const answer = await below(address);
        expect({ status: answer.status, coding: answer.headers['content-encoding'] }, address).toEqual({
          status,
          coding: 'br',
        });
        expect(brotliDecompressSync(answer.body).equals(mirror().read(file)), address).toBe(true);
        expect(pick(answer.headers, Object.keys(wantedHeaders(file))), address).toEqual(wantedHeaders(file));
      }
    } finally {
      await above.stop();
    }
  });
});
