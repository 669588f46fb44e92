import { mdxComponents } from '../../mdx-components.ts';
import Actors from './FullActors.astro';
import Figure from './FullFigure.astro';

/** What sections are written with, in the forms that paper takes: pictures at one width, groups in full. */
export const paperComponents = { ...mdxComponents, Actors, Figure };
