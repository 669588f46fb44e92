import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { record, section } from './data/schemas/section.ts';

/** The prose. All other content is rows, read and checked by `src/data`. */
export const collections = {
  sections: defineCollection({
    loader: glob({ base: './content/sections', pattern: '*.mdx', generateId: ({ data }) => String(data.id) }),
    schema: section,
  }),
  record: defineCollection({
    loader: glob({ base: './content/record', pattern: '*.mdx', generateId: ({ data }) => String(data.section) }),
    schema: record,
  }),
};
