const HATCH = 'gradientUnits="userSpaceOnUse" spreadMethod="repeat"';

/** A gradient that goes from one colour to the next without a passage between them. */
const fill = (id: string, [ink, share]: [ink: string, share: number], place: string) =>
  `<linearGradient id="paper-${id}"${place && ` ${place}`}><stop offset="${share}" stop-color="${ink}"/><stop offset="${share}" stop-color="#fff"/></linearGradient>`;

/** Fills that replace shades on paper, used by shades.css: a photocopier keeps lines, and loses every light grey. They are gradients that repeat, not patterns: browsers write patterns into a print as coarse pictures. */
export const SHADE_FILLS = `<defs>${[
  fill('unsure', ['#000', 0.32], `x2="2.2" y2="2.2" ${HATCH}`),
  fill('resistance', ['var(--resistance)', 0.55], `x2="3" ${HATCH}`),
  fill('military', ['var(--military)', 0.4], `x2="-2.5" y2="2.5" ${HATCH}`),
  fill('displaced', ['var(--displaced)', 0.16], `x2="4" y2="4" ${HATCH}`),
  fill('neutral', ['#000', 0.2], `x2="0" y2="4" ${HATCH}`),
].join('')}</defs>`;
