import { parse, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { leanPage } from '../../src/build/lean.ts';

const page = (body: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>T</title></head><body>${body}</body></html>`;
const bodyOf = (html: string) => /<body>(.*)<\/body>/s.exec(html)![1];

describe('a lean page', () => {
  it.each([
    [
      'has no quotes around plain values',
      '<a href="s/china.html#top" class="link">“China”</a>',
      '<a href=s/china.html#top class=link>“China”</a>',
    ],
    ['keeps those around several words', '<p class="one two">', '<p class="one two">'],
    ['keeps those around nothing', '<img alt="">', '<img alt="">'],
    [
      'keeps those around letters that mean something',
      '<a title="a=b" href="?a=1&amp;b=2" data-a="x`y" data-b="it\'s" data-c="1>0">',
      '<a title="a=b" href="?a=1&amp;b=2" data-a="x`y" data-b="it\'s" data-c="1>0">',
    ],
    [
      'keeps those before a slash, which a value would take in',
      '<img alt="a"/><a href="a/">',
      '<img alt="a"/><a href="a/">',
    ],
    [
      'keeps all in drawings, which are saved as files',
      '<svg class="qr"><path d="M0" /></svg>',
      '<svg class="qr"><path d="M0" /></svg>',
    ],
    [
      'keeps all in words, scripts and styles',
      '<p>lang="en"</p><script>a="b"</script><style>a[b="c"]{}</style>',
      '<p>lang="en"</p><script>a="b"</script><style>a[b="c"]{}</style>',
    ],
    [
      'leaves out the ends of cells, rows and items that the next tag tells',
      '<table><thead><tr><th>A</th><td>B</td></tr></thead><tbody><tr><td>C</td></tr><tr><td>D</td></tr></tbody></table><ul><li>E</li><li>F</li></ul>',
      '<table><thead><tr><th>A<td>B</thead><tbody><tr><td>C<tr><td>D</tbody></table><ul><li>E<li>F</ul>',
    ],
    [
      'keeps those before a space or other things',
      '<ul><li>E</li> <li>F</li></ul><ul><li>G</li><template></template></ul>',
      '<ul><li>E</li> <li>F</ul><ul><li>G</li><template></template></ul>',
    ],
    [
      'has no space between blocks and parts of a table',
      '<div> <p>A</p> <p>B</p> </div> <table> <tbody> <tr> <td>C</td> <td>D <b>E</b> <i>F</i></td> </tr> </tbody> </table>',
      '<div><p>A</p><p>B</p></div><table><tbody><tr><td>C<td>D <b>E</b> <i>F</i></tbody></table>',
    ],
  ])('%s', (_, before, after) => {
    expect(bodyOf(leanPage(page(before)))).toBe(after);
    const spaceless = (html: string) => serialize(parse(html)).replace(/>\s+(?=<)/g, '>');
    expect(spaceless(leanPage(page(before)))).toBe(spaceless(page(before)));
  });
});
