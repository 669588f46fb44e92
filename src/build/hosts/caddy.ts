import { ALWAYS, KINDS, POLICY, kindOf, namesOf, pagePolicy, type Headers, type Policies } from './headers.ts';
import { BYTES, MEDIA_TYPES } from './media-types.ts';

/**
 * Formats the Caddy snippets that set the headers of each file and name the text of each page.
 * @param texts Addresses of texts by those of the pages that they are of.
 */
export function caddyHeaders(heading: string, policies: Policies, texts: ReadonlyMap<string, string>): string {
  const lines = [
    ...block('header', [...linesOf(ALWAYS), '-Server']),
    ...block(
      'map {path} {explainer_policy}',
      [...policies].map(([file, carried]) => `/${file} ${quoted(pagePolicy(carried, kindOf(file).ancestors!))}`),
    ),
    ...KINDS.flatMap(({ name, pattern, headers, ancestors }, index) => [
      ...block(`@explainer-${name}`, [
        `path_regexp \`${pattern}\``,
        ...KINDS.slice(0, index).map((earlier) => `not path_regexp \`${earlier.pattern}\``),
      ]),
      ...block(
        `header @explainer-${name}`,
        linesOf({ ...headers, ...(ancestors !== undefined && { [POLICY]: '{explainer_policy}' }) }),
      ),
    ]),
    // A machine may know other types by these names, or none.
    ...block('map {path} {explainer_type}', [
      ...Object.entries(MEDIA_TYPES).map(([end, type]) => `~\\.${end}$ ${quoted(type)}`),
      `default ${quoted(BYTES)}`,
    ]),
    'header Content-Type {explainer_type}',
  ];
  const names = block('map {path} {explainer_text}', [
    ...[...texts].flatMap(([page, text]) => namesOf(page).map((name) => `${name} /${text}`)),
    `default ${quoted('')}`,
  ]);
  return `${heading}\n${[...block('(explainer-headers)', lines), ...block('(explainer-texts)', names)].join('\n')}\n`;
}

function linesOf(headers: Headers): string[] {
  return Object.entries(headers).map(([name, value]) => `${name} ${quoted(value)}`);
}

function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...lines.map((line) => `\t${line}`), '}'];
}

function quoted(text: string): string {
  return `"${text}"`;
}
