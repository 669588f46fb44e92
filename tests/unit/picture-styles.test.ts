import { describe, expect, it } from 'vitest';
import { plainChart } from '../../src/build/pictures/plain-svg.ts';
import { readStyles, rulesOf } from '../../src/build/pictures/styles.ts';

const FIGURE = [{ tag: 'figure', classes: ['figure', 'figure--map'] }];

/** A chart of one mark, as a style sheet makes it look. */
function drawn(css: string, inner = '<g class="mark tone-china"><path d="M0 0h9"/></g>'): string {
  return plainChart(
    `<svg class="chart" viewBox="0 0 9 9" width="9" height="9" font-size="10" role="img" aria-label="a line">${inner}</svg>`,
    rulesOf(css, 'a.css'),
    FIGURE,
    'translate(1 2)',
  );
}

describe('a chart in plain attributes', () => {
  it('has the colour of a custom property that a class above it sets', () => {
    expect(
      drawn(':root { --china: #123456 } .tone-china { --tone: var(--china) } .mark path { stroke: var(--tone) }'),
    ).toBe('<g transform="translate(1 2)" font-size="10"><g><path d="M0 0h9" stroke="#123456"/></g></g>');
  });

  it('takes the more exact of two rules, and of equal ones the later', () => {
    expect(drawn('.chart .mark path { fill: red } .mark path { fill: blue }')).toContain('fill="red"');
    expect(drawn('.mark path { fill: blue } .mark path { fill: red }')).toContain('fill="red"');
    expect(drawn('#no path, .figure--map path { fill: red } path { fill: blue }')).toContain('fill="red"');
  });

  it('tells a child from a descendant', () => {
    expect(drawn('.chart > path { fill: red }')).not.toContain('red');
    expect(drawn('.chart path { fill: red }')).toContain('fill="red"');
  });

  it('settles a value where it is set, as browsers do', () => {
    expect(drawn(':root { --a: red; --b: var(--a) } .mark { --a: blue } path { fill: var(--b) }')).toContain(
      'fill="red"',
    );
  });

  it('says what is inherited once, and what is not where it belongs', () => {
    const svg = drawn('.mark { fill: red } path { vector-effect: non-scaling-stroke }');
    expect(svg).toContain('<g fill="red"><path d="M0 0h9" vector-effect="non-scaling-stroke"/></g>');
  });

  it('shows the light screen: neither paper nor the dark, forced colours or a pointer', () => {
    const states =
      '@media print { path { fill: blue } } @media screen and (prefers-color-scheme: dark) { path { fill: blue } } @media (forced-colors: active) { path { fill: blue } } path:hover { fill: blue }';
    expect(drawn(`@media screen { path { fill: red } } ${states}`)).toContain('fill="red"');
    expect(drawn(states)).not.toContain('blue');
  });

  it('leaves what places it on a page, and what scripts and assistive technology use', () => {
    const svg = drawn(
      '.chart { display: none; max-width: 100% } path { fill: red }',
      '<g aria-hidden="true"><path class="mark" data-row="A1" d="M0 0"/></g>',
    );
    expect(svg).toBe('<g transform="translate(1 2)" font-size="10"><g><path d="M0 0" fill="red"/></g></g>');
  });

  it('draws an outline under its filling as two shapes, since not every program knows the order', () => {
    const svg = drawn(
      'text { fill: black; stroke: white; stroke-width: 3px; paint-order: stroke } .more { fill: grey }',
      '<text x="1">a<tspan class="more" x="1" dy="1.2em">b &amp; c</tspan></text>',
    );
    expect(svg).toContain(
      '<text x="1" fill="white" stroke="white" stroke-width="3">a<tspan x="1" dy="12">b &#38; c</tspan></text><text x="1" fill="black">a<tspan x="1" dy="12" fill="grey">b &#38; c</tspan></text>',
    );
    expect(svg).not.toContain('paint-order');
  });
});

describe('a picture is refused', () => {
  const complaint = (css: string) => () => drawn(css);

  it('if a selector that it cannot judge may mean a mark', () => {
    expect(complaint('path { fill: red }\n.mark :first-child { fill: blue }')).toThrow(
      'a.css:2: found the selector .mark :first-child, which may mean <path class="">; expected types, classes, ids and :root',
    );
    expect(complaint('[class*=tone] path { fill: blue }')).toThrow('a.css:1: found the selector [class*=tone] path');
    expect(complaint('.a + path { fill: blue }')).toThrow('found the selector .a+path');
  });

  it('but not if it cannot mean one, or only places it', () => {
    expect(complaint('table :first-child { fill: blue } path:first-child { display: none }')).not.toThrow();
  });

  it('if a colour hangs on the width of a screen', () => {
    expect(complaint('@media (min-width: 40em) { path { fill: red } }')).toThrow(
      'a.css:1: found fill under @media (min-width:40em); expected a style that holds for every picture',
    );
    expect(complaint('path { fill: var(--a) }\n@media (min-width: 40em) { :root { --a: red } }')).toThrow(
      'a.css:2: found --a under @media (min-width:40em)',
    );
    expect(complaint('@media (min-width: 40em) { :root { --a: red } .chart { display: none } }')).not.toThrow();
  });

  it('if a value is missing, turns in a circle or is no plain one', () => {
    expect(complaint('path { fill: var(--a) }')).toThrow('a.css:1: found fill: var(--a); expected a value for --a');
    expect(complaint(':root { --a: var(--b); --b: var(--a) } path { fill: var(--a) }')).toThrow('which names itself');
    expect(complaint('path { stroke-width: calc(1px + 2px) }')).toThrow(
      'found stroke-width: calc(1px + 2px); expected a plain value',
    );
    expect(complaint('path { fill: currentColor }')).toThrow('expected a plain value');
  });

  it('if a property says something that no attribute can', () => {
    expect(complaint('path { filter: blur(2px) }')).toThrow(
      'a.css:1: found filter on what charts draw; expected one of fill,',
    );
  });

  it('if a sheet is broken, nests rules or shouts', () => {
    expect(complaint('path { fill red }')).toThrow(/^a\.css:1: found .*; expected a style sheet$/);
    expect(complaint('.mark { & path { fill: red } }')).toThrow('found a rule inside a rule');
    expect(complaint('path { fill: red !important }')).toThrow('found !important');
  });

  it('if a style sheet is missing', () => {
    expect(() => readStyles('/nowhere')).toThrow(
      'src/styles/tokens.css: found no such file; expected a style sheet that charts are drawn by',
    );
  });
});
