import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { section } from './schemas/section.ts';

/** The prose. All other content is rows, read and checked by `src/ledger`. */
export const collections = {
  sections: defineCollection({
    loader: glob({ base: './content/sections', pattern: '*.mdx', generateId: ({ data }) => String(data.id) }),
    schema: section,
  }),
};
