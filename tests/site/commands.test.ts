import { afterEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../src/build/browser.ts';
import { run } from '../../src/build/run.ts';
import { readPort, readSiteUrl } from '../../src/build/settings.ts';
import { addUp, summaryOfCheck } from '../../src/cli/test-summary.ts';

describe('settings', () => {
  it('takes 4321 where no port is set', () => {
    expect(readPort({})).toBe(4321);
    expect(readPort({ PORT: '' })).toBe(4321);
    expect(readPort({ PORT: '8080' })).toBe(8080);
  });

  it('takes a web address for the site, or none', () => {
    expect(readSiteUrl({})).toBeUndefined();
    expect(readSiteUrl({ SITE_URL: 'https://explainer.example' })).toBe('https://explainer.example/');
    expect(readSiteUrl({ SITE_URL: 'https://explainer.example/1027/' })).toBe('https://explainer.example/1027/');
  });

  it.each([
    'explainer.example',
    '/1027',
    'ftp://explainer.example',
    'https://explainer.example/?a=1',
    'javascript:alert(1)',
    'http://explainer.example',
    'https://editor:secret@explainer.example',
    'https://explainer.example:8443',
    'https://192.168.0.7',
  ])('refuses %s as the address of the site', (text) => {
    expect(() => readSiteUrl({ SITE_URL: text })).toThrow(`SITE_URL: found "${text}"; expected `);
    expect(() => readSiteUrl({ SITE_URL: text })).toThrow(/, for example https:\/\/explainer\.example$/);
  });
});

describe.each(['build', 'start', 'dev'])('npm run %s', (tool) => {
  it('answers a wrong address of the site in one line', async () => {
    const { code, output } = await run(process.execPath, [`src/cli/${tool}.ts`], {
      env: { SITE_URL: 'explainer.example', PORT: '0' },
      timeout: 120_000,
    });
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toEqual([
      expect.stringMatching(/^SITE_URL: found "explainer\.example"; expected /),
    ]);
  });
});

describe('the search for a browser', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('says which path was wrong', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
    await expect(findBrowser()).rejects.toThrow(
      'CHROMIUM_PATH: found "/nowhere/chromium", which does not start; expected',
    );
  });
});

describe('without a browser', () => {
  const CODE = `
    const { findPrinter } = await import(process.cwd() + '/src/build/pdf/print-briefings.ts');
    console.log(JSON.stringify(await findPrinter('if-possible')));`;

  it('says in one line that the PDFs were left out and how to get them', async () => {
    const env = { PATH: '/nowhere', CHROMIUM_PATH: '', PLAYWRIGHT_BROWSERS_PATH: '/nowhere' };
    const { output } = await run(process.execPath, ['--input-type=module', '-e', CODE], { env, timeout: 60_000 });
    expect(JSON.parse(output)).toEqual({
      path: null,
      why: 'No Chromium was found, so the PDFs were left out; npm run build:all installs one and makes them.',
    });
  });
});

describe('the sum of all tests', () => {
  it('adds suites and single checks', () => {
    expect(addUp([{ passed: 10, failed: 2 }, summaryOfCheck(true), summaryOfCheck(false)])).toEqual({
      passed: 11,
      failed: 3,
    });
  });
});
