import type { Ledger } from '../ledger.ts';
import { quote, type Problem } from '../errors.ts';
import { cardProblem, FILES } from './report.ts';

/** Checks that colours of their own belong to groups that exist. */
export function ownTonesHold({ actors, site }: Ledger): Problem[] {
  return Object.keys(site.own_tones)
    .filter((id) => !actors.has(id))
    .map((id) => cardProblem(FILES.site, site, ['own_tones', id], quote(id), `the id of a group in ${FILES.actors}`));
}

/** Checks that every group stands under a heading of the page of groups, and that no heading stays empty. */
export function actorGroupsHold({ actors, site }: Ledger): Problem[] {
  const used = new Set([...actors.values()].map(({ group }) => group));
  const wanted = `one of ${site.actor_groups.map(quote).join(', ')}, the actor_groups of ${FILES.site}`;
  return [...actors.values()]
    .filter(({ group }) => !site.actor_groups.includes(group))
    .map((actor) => cardProblem(FILES.actors, actor, ['group'], quote(actor.group), wanted))
    .concat(
      site.actor_groups.flatMap((group, index) =>
        used.has(group)
          ? []
          : [
              cardProblem(
                FILES.site,
                site,
                ['actor_groups', index],
                quote(group),
                `the group of an entry of ${FILES.actors}`,
              ),
            ],
      ),
    );
}
