import type { Actor } from '../../data/schemas/actor.ts';

/** What a group is called where there is little room: its abbreviation where that is long enough to be known by, else its name. */
export function shortName({ name, abbreviation }: Pick<Actor, 'name' | 'abbreviation'>): string {
  return abbreviation && /^[A-Z]{4,}$/.test(abbreviation) ? abbreviation : name;
}
