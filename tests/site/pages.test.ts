import { expect, it } from 'vitest';
import { FILES } from './kit/dist.ts';

it('gives no file the name of a folder, so that every host finds the same one', () => {
  const folders = new Set(FILES.map((file) => file.split('/')[0]));
  expect(FILES.filter((file) => folders.has(file.replace(/\.html$/, '')) && file.endsWith('.html'))).toEqual([]);
});

it('holds no style, script or picture as a file of its own, but for the pictures to keep and to share, and the icons', () => {
  expect(
    FILES.filter(
      (file) =>
        !/^(?:(?:cards|s)\/[\w-]+\.png|figures\/[\w-]+\.(?:png|svg))$/.test(file) &&
        /\.(?:css|m?js|map|png|jpe?g|webp|avif|svg|woff2?)$/.test(file),
    ),
  ).toEqual(['apple-touch-icon.png', 'icon.svg']);
  expect(FILES).toContain('favicon.ico');
});
