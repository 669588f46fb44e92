import { describe, expect, it } from 'vitest';
import { plainChart } from '../../src/build/pictures/plain-svg.ts';
import { readStyles, stylesOf } from '../../src/build/pictures/styles.ts';

/** A chart of one mark, as a style sheet makes it look. */
function drawn(css: string, inner = '<g class="mark tone-china"><path d="M0 0h9"/></g>'): string {
  return plainChart(
    `<svg class="chart" viewBox="0 0 9 9" width="9" height="9" font-size="10" role="img" aria-label="a line">${inner}</svg>`,
    stylesOf([{ file: 'a.css', css }]),
    'figure figure--map',
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

  it('takes what any selector of one element or of its place among others says', () => {
    expect(drawn('path { fill: blue } .mark :first-child { fill: red }')).toContain('fill="red"');
    expect(drawn('path { fill: blue } [class*=tone] path { fill: red }')).toContain('fill="red"');
    expect(drawn('path { fill: blue } .a + path, .mark > path { fill: red }')).toContain('fill="red"');
  });

  it('says what is inherited once, and what is not where it belongs', () => {
    const svg = drawn('.mark { fill: red } path { vector-effect: non-scaling-stroke }');
    expect(svg).toContain('<g fill="red"><path d="M0 0h9" vector-effect="non-scaling-stroke"/></g>');
  });

  it('shows the light screen of any width: neither paper nor the dark, forced colours or a pointer', () => {
    const states =
      '@media print { path { fill: blue } } @media screen and (prefers-color-scheme: dark) { path { fill: blue } } @media (forced-colors: active) { path { fill: blue } } @media (min-width: 40em) { :root { --a: blue } path { fill: blue } } path:hover, path::before { fill: blue }';
    expect(drawn(`:root { --a: red } path { fill: var(--a) } ${states}`)).toContain('fill="red"');
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
      '<text x="1" fill="white" stroke="white" stroke-width="3">a<tspan x="1" dy="12">b &amp; c</tspan></text><text x="1" fill="black">a<tspan x="1" dy="12" fill="grey">b &amp; c</tspan></text>',
    );
    expect(svg).not.toContain('paint-order');
  });
});

describe('a picture is refused', () => {
  const drawing = (css: string) => () => drawn(css);

  it('if a value is missing, names itself or is no plain one', () => {
    expect(drawing('path { fill: var(--a) }')).toThrow(
      'src/styles: found fill: var(--a); expected a value for --a where charts use it',
    );
    expect(drawing(':root { --a: var(--b); --b: var(--a) } path { fill: var(--a) }')).toThrow('which names itself');
    expect(drawing('.mark { --a: var(--b); --b: var(--a) }')).toThrow('which names itself');
    expect(drawing('path { stroke-width: calc(1px + 2px) }')).toThrow(
      'found stroke-width: calc(1px + 2px) for <path> in a chart; expected a plain value',
    );
    expect(drawing('path { fill: currentColor }')).toThrow('expected a plain value');
  });

  it('if a property says something that no attribute can', () => {
    expect(drawing('path { filter: blur(2px) }')).toThrow('src/styles: found filter: blur(2px) for <path> in a chart');
    expect(drawing('path { cursor: default }')).toThrow('found cursor: default for <path> in a chart');
  });

  it('if a sheet is broken or nests rules', () => {
    expect(drawing('path { fill red }')).toThrow(/^a\.css:1: found .*; expected a style sheet$/);
    expect(drawing('path { fill: red }\n.mark { & path { fill: red } }')).toThrow(
      'a.css:2: found & path inside a rule; expected rules side by side',
    );
  });

  it('if a style sheet is missing', () => {
    expect(() => readStyles('/nowhere')).toThrow(
      'src/styles/tokens.css: found no such file; expected a style sheet that charts are drawn by',
    );
  });
});
