import { num } from './paths.ts';
import type { Axis, Frame, Label, Mark, Picture } from './picture.ts';

/** The order of painting: what is read as an amount lies under what is read as a point. */
const LAYERS: Mark['kind'][] = [
  'area',
  'rule',
  'plate',
  'fade',
  'bar-unsure',
  'bar',
  'line',
  'leader',
  'bracket',
  'whisker',
  'halo',
  'filled',
  'open',
  'half',
  'strike',
];

/**
 * Draws a model as one `<svg>`: classes only, so that the page's tokens colour it and its policy allows it.
 * The size of its words is an attribute inside it: where pictures are switched off no attribute counts, and the styles, by which they have none, leave no heap of words.
 * Assistive technology hears the picture's name; its words in order are the finding and the table.
 * @param underlay What lies under everything, where a page has it once for several pictures; else the model's own, so that a picture is whole by itself.
 * @param isDated Whether the page can ask it for a day; else it shows the last state alone.
 */
export function renderSvg(
  model: Omit<Picture, 'id'>,
  attributes = '',
  underlay = model.underlay ?? '',
  isDated = false,
): string {
  const { frame } = model;
  const marks = isDated ? model.marks : model.marks.filter(({ until }) => until === undefined);
  return [
    `<svg class="chart chart--${frame.name}" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" role="img" aria-label="${escapeText(model.alt)}"${attributes}><g aria-hidden="true" font-size="${frame.text}">`,
    underlay,
    ...model.axes.map((axis) => axisSvg(axis, frame)),
    ...LAYERS.map((kind) => layerSvg(kind, marks)),
    labelsSvg(model.labels, frame),
    '</g></svg>',
  ].join('');
}

function axisSvg({ d, labels }: Axis, frame: Frame): string {
  const [first] = labels;
  return `<g class="chart__axis"${first ? sizeAttribute(first, frame) : ''}><path d="${d}"/>${labels.map(labelSvg).join('')}</g>`;
}

/** Returns the attribute for letters of another size than the picture's. */
function sizeAttribute({ size }: Label, { text }: Frame): string {
  return size === undefined || size === text ? '' : ` font-size="${num(size)}"`;
}

/** Marks of one kind and tone share a group, and those of one row, or of none, and one opacity a path: fewer bytes and elements, and one place to style. */
function layerSvg(kind: Mark['kind'], marks: Mark[]): string {
  const groups = Map.groupBy(
    marks.filter((mark) => mark.kind === kind),
    ({ tone, thickness }) =>
      `class="chart__${kind} tone-${tone}"${thickness === undefined ? '' : ` stroke-width="${num(thickness)}"`}`,
  );
  return [...groups]
    .map(([attributes, mine]) => {
      const alike = Map.groupBy(
        mine,
        (mark) => dataAttributes(mark) + (mark.opacity === undefined ? '' : ` opacity="${mark.opacity}"`),
      );
      const paths = [...alike].map(([look, same]) => `<path d="${same.map(({ d }) => d).join('')}"${look}/>`);
      return `<g ${attributes}>${paths.join('')}</g>`;
    })
    .join('');
}

/** Returns the attributes by which scripts know a mark or a label. */
function dataAttributes({ row, joins, from, until }: Pick<Mark, 'row' | 'joins' | 'from' | 'until'>): string {
  return Object.entries({ row, joins, from, until })
    .map(([name, value]) => (value === undefined ? '' : ` data-${name}="${value}"`))
    .join('');
}

function labelsSvg(labels: Label[], frame: Frame): string {
  const groups = Map.groupBy(
    labels,
    (label) => `class="chart__${label.kind} tone-${label.tone}"${sizeAttribute(label, frame)}`,
  );
  return [...groups].map(([attributes, group]) => `<g ${attributes}>${group.map(labelSvg).join('')}</g>`).join('');
}

function labelSvg(label: Label): string {
  const anchor = label.anchor === 'start' ? '' : ` text-anchor="${label.anchor}"`;
  const [first = '', ...rest] = label.lines.map(escapeText);
  const x = num(label.x);
  // The space between lines is for text browsers; it stands on the side where it cannot move a line.
  const [after, before] = label.anchor === 'end' ? ['', ' '] : [' ', ''];
  const { strong, size, quietSize = size } = label;
  const quiet = ` class="chart__more"${quietSize === size ? '' : ` font-size="${num(quietSize as number)}"`}`;
  const tail = rest
    .map(
      (line, index) =>
        `<tspan x="${x}" dy="1.2em"${index + 1 >= strong ? quiet : ''}>${before}${line}${index < rest.length - 1 ? after : ''}</tspan>`,
    )
    .join('');
  const lead = label.lead === undefined ? '' : `<tspan class="chart__lead">${escapeText(label.lead)}</tspan> `;
  return `<text x="${x}" y="${num(label.y)}"${anchor}${dataAttributes(label)}>${lead}${first}${rest.length > 0 ? after : ''}${tail}</text> `;
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
