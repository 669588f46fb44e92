import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../unit/kit/temp.ts';
import { DIST } from './kit/dist.ts';

/** The Nu checker, fetched when it is asked for: 30 MB that no other test needs. It runs on Java. */
const CHECKER = 'vnu-jar@26.9.27';

/** What the checker says of every page, and why it stays. */
const KNOWN: [message: RegExp, why: string][] = [
  [/^CSS: /, 'its knowledge of styles ends before container queries and selectors with prefixes'],
  [/^The “list” role is unnecessary/, 'without it VoiceOver calls no list what has no bullets'],
  [/^The “(?:navigation|complementary)” role is unnecessary/, 'reader modes leave out only what says its role'],
  [/^Resource violates Content Security Policy .*“data:image/, 'it does not read “img-src data:”; browsers do'],
  [/^Inline script violates Content Security Policy/, 'structured data is no program, and never runs'],
];

interface Message {
  url: string;
  message: string;
  lastLine?: number;
  extract?: string;
}

it('every page passes the Nu checker, but for what it does not know', () => {
  const java = spawnSync('java', ['-version']);
  expect(java.error, 'No Java found: the checker needs one, such as default-jre-headless of Debian').toBeUndefined();
  const folder = tempFolder();
  // Its own script would fetch a Java from elsewhere.
  execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--silent', CHECKER]);
  const jar = join(folder, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const { stderr } = spawnSync('java', ['-jar', jar, '--format', 'json', '--skip-non-html', '.'], {
    cwd: DIST,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const { messages } = JSON.parse(stderr.slice(stderr.indexOf('{'))) as { messages: Message[] };
  const unknown = messages.filter(({ message }) => !KNOWN.some(([pattern]) => pattern.test(message)));
  expect(unknown.map(({ url, lastLine, message, extract }) => `${url}:${lastLine} ${message} ${extract}`)).toEqual([]);
});
