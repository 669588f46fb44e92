import { z } from 'astro/zod';
import { isInScript } from './fields.ts';

const ids = z.array(z.string()).min(1, 'at least one source id');

/** Name in another script; `lang` is a BCP 47 tag so that browsers choose the right font and voice. */
const scriptName = z
  .strictObject({
    text: z.string().min(1),
    lang: z.enum(['my', 'zh-Hans', 'zh-Hant']),
    note: z.string().optional(),
  })
  .superRefine(({ text, lang }, context) => {
    const script = lang === 'my' ? 'Burmese' : 'Chinese';
    if (!isInScript(text, script))
      context.addIssue({ code: 'custom', path: ['text'], message: `a name in ${script} letters, as its lang says` });
  });

/** One statement about a group's size, with its own sources; sizes disagree, so there may be several. */
const strength = z.strictObject({ text: z.string().min(1), sources: ids });

/** Group that fights, governs or mediates. */
export const actor = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'an id of lower-case letters, digits and hyphens'),
  /** The name used on this site. */
  name: z.string().refine((text) => isInScript(text, 'Latin'), 'a name in Latin letters'),
  /** The short form used in running text. */
  abbreviation: z.string().optional(),
  /** Names in Burmese and Chinese script, only where they were seen in print. */
  scripts: z.array(scriptName),
  /** Other names and spellings. */
  other_names: z.array(z.string()),
  /** Side whose colour it has. */
  tone: z.enum(['alliance', 'military', 'resistance', 'china', 'neutral']),
  /** Heading under which the page lists it: one of `actor_groups` in site.yaml. */
  group: z.string().min(1),
  type: z.string().min(1),
  founded: z.string().optional(),
  area: z.string().optional(),
  leaders: z.string().optional(),
  strength: z.array(strength),
  /** Role in the war. */
  role: z.string().optional(),
  /** Position in 2025–26. */
  since: z.string().optional(),
  sources: ids,
  note: z.string().optional(),
  /** Role in a line, for its card on the explainer; a group without it has no card. */
  card: z.string().min(1, 'some words').optional(),
});

/** Checked entry of a group. */
export type Actor = z.infer<typeof actor>;
