import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caddyHeaders } from './caddy.ts';
import { CLOUD_FILE, cloudHeaders } from './cloud.ts';
import { nginxHeaders, nginxSite } from './nginx.ts';
import { readPolicies, textsByPage } from './headers.ts';

/** Folders of the configurations, in the project and on the site. */
const TEMPLATES = 'src/build/hosts';
const FOLDER = 'hosts';

const HEADING =
  '# Made by the build: what is sent with each file of this very version. It goes with the pages it was made with.';

/**
 * Writes the configurations of web servers into a finished site, so that whoever mirrors the folder has it too.
 * @param files Everything that the site consists of.
 * @throws ContentError if a page has no policy.
 */
export function writeHostFiles(folder: string, root: string, files: readonly string[]): void {
  const policies = readPolicies(
    folder,
    files.filter((file) => file.endsWith('.html')),
  );
  const texts = textsByPage(files);
  const template = (name: string) => readFileSync(join(root, TEMPLATES, name), 'utf8');
  mkdirSync(join(folder, FOLDER), { recursive: true });
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  write(`${FOLDER}/nginx.conf`, nginxSite(template('nginx.conf')));
  write(`${FOLDER}/nginx-headers.conf`, nginxHeaders(HEADING, policies, texts));
  write(`${FOLDER}/Caddyfile`, template('Caddyfile'));
  write(`${FOLDER}/caddy-headers`, caddyHeaders(HEADING, policies, texts));
  write(CLOUD_FILE, cloudHeaders(HEADING, files, policies));
}
