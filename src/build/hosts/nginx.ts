import { ALWAYS, KINDS, POLICY, VARYING, kindOf, namesOf, pagePolicy, type Policies } from './headers.ts';
import { MEDIA_TYPES } from './media-types.ts';

/** Stands before the address that is looked up, where plain text is asked for. */
const ASKS_FOR_TEXT = 'text:';

/** Fills the nginx template with media types, and with headers whose values `nginxHeaders` maps. */
export function nginxSite(template: string): string {
  const types = ['types {', ...Object.entries(MEDIA_TYPES).map(([end, type]) => `    ${quoted(type)} ${end};`), '}'];
  const headers = [
    ...Object.entries(ALWAYS).map(([name, value]) => `add_header ${name} ${quoted(value)} always;`),
    // An empty value is not sent.
    ...VARYING.map((name) => `add_header ${name} ${variable(name)} always;`),
  ];
  return fill(fill(template, 'types', types), 'headers', headers);
}

/**
 * Formats an nginx map for each header that differs from file to file, and those by which who asks for plain text gets it.
 * @param texts Addresses of texts by those of the pages that they are of.
 */
export function nginxHeaders(heading: string, policies: Policies, texts: ReadonlyMap<string, string>): string {
  const maps = VARYING.map((name) => {
    const kinds = KINDS.filter(({ ancestors }) => name !== POLICY || ancestors === undefined);
    const byKind = kinds.map(({ pattern, headers }) => `${quoted(`~${pattern}`)} ${quoted(headers[name] ?? '')}`);
    return map(`$uri ${variable(name)}`, ['default ""', ...(name === POLICY ? byPage(policies) : []), ...byKind]);
  });
  return `${heading}\n${[...maps, ...textMaps(texts)].join('\n\n')}\n`;
}

/** Formats the maps that find the file of an address: that of the text of a page for who asks for plain text, and not for a page. */
function textMaps(texts: ReadonlyMap<string, string>): string[] {
  const chosen = [...texts].flatMap(([page, text]) => namesOf(page).map((name) => `${ASKS_FOR_TEXT}${name} /${text}`));
  return [
    map('$http_accept $explainer_asks', ['default ""', '~*text/html ""', `~*text/plain ${ASKS_FOR_TEXT}`]),
    // Looked up again for the page of what is missing.
    map('$explainer_asks$uri $explainer_file', ['volatile', 'default $uri', '/ /index.html', ...chosen]),
    map('$uri $explainer_vary', ['default ""', ...[...texts].flat().map((file) => `/${file} Accept`)]),
  ];
}

function map(names: string, lines: readonly string[]): string {
  return [`map ${names} {`, ...lines.map((line) => `    ${line};`), '}'].join('\n');
}

function byPage(policies: Policies): string[] {
  return [...policies].map(([file, carried]) => `/${file} ${quoted(pagePolicy(carried, kindOf(file).ancestors!))}`);
}

/** Names the variable of a header: `$explainer_cache_control`. */
function variable(header: string): string {
  return `$explainer_${header.toLowerCase().replaceAll('-', '_')}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\')}"`;
}

/** Puts lines in the place of `# {name}`, as far in as that stands. */
function fill(template: string, name: string, lines: readonly string[]): string {
  return template.replace(new RegExp(`^( *)# \\{${name}\\}$`, 'm'), (_, indent: string) =>
    lines.map((line) => indent + line).join('\n'),
  );
}
