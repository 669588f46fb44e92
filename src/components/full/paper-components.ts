import { mdxComponents } from '../mdx-components.ts';
import Actors from './Actors.astro';
import Figure from './Figure.astro';

/** What sections are written with, in the forms that paper takes: pictures at one width, groups in full. */
export const paperComponents = { ...mdxComponents, Actors, Figure };
