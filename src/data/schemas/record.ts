import { z } from 'astro/zod';

/** Front matter of a section's record: what its page holds beyond the story. */
export const record = z.strictObject({
  /** Id of the section that it belongs to. */
  section: z.string().min(1, 'the id of a section'),
});

/** Checked front matter of a section's record. */
export type SectionRecord = z.infer<typeof record>;
