import { observationOf } from '../../src/data/latest.ts';
import { describe, expect, it } from 'vitest';
import { fillTokens } from '../../src/data/numbers.ts';
import { formatCount, formatDate, formatDateShort, formatQualifier } from '../../src/data/format.ts';
import type { Problem } from '../../src/data/errors.ts';
import { allElements as elementsOfProse, attributeIds } from '../../src/data/mdx.ts';
import { readProse } from '../../src/data/record.ts';
import { readSections } from '../../src/data/sections.ts';
import { CLAIMS_PAGE, prosePage, sectionAddress } from '../../src/site/addresses.ts';
import { STATUS_LABELS } from '../../src/data/places.ts';
import { isRealDate } from '../../src/data/schemas/dates.ts';
import { parseBuilt, ROOT } from './kit/dist.ts';
import { ledger, missing, plain, sourceFaults, startsWith, unequal } from './kit/faults.ts';
import { elementsById, withClass, withTag, wordsOf } from './kit/words.ts';

const problems: Problem[] = [];
const sections = readSections(ROOT, problems);
const prose = readProse(ROOT, problems);

const pages = { index: parseBuilt('index.html'), timeline: parseBuilt('timeline.html') };
const front = elementsById(pages.index);
const elementsOn = (page: string) => elementsById(parseBuilt(page));

it('each key number has its hedge, value, claimant, date, sources and caveat', () => {
  const glance = elementsOn('s/glance.html');
  const faults = [...ledger.keyNumbers.values()].flatMap((item) => {
    const row = observationOf(ledger, item.number)!;
    const box = glance.get(`key-${item.id}`);
    const number = box && withClass(box, 'key__number')[0];
    return [
      ...unequal(
        'number',
        wordsOf(number),
        [formatQualifier(row.qualifier), formatCount(row.value)].filter(Boolean).join(' '),
      ),
      ...missing(box, [
        fillTokens(ledger, item.label),
        row.claimant,
        row.as_of ? formatDate(row.as_of) : '',
        fillTokens(ledger, item.caveat),
      ]),
      ...row.source_ids.flatMap((id) => sourceFaults(id, box)),
    ].map((fault) => `${item.id}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

describe.each(sections)('section $id', ({ id, card }) => {
  it('says its finding', () => {
    const home = front.get(id);
    expect(home && wordsOf(withClass(home, 'section__finding')[0])).toBe(
      plain(fillTokens(ledger, card?.finding ?? '')),
    );
  });

  it('asks each open question, with who would know and since when', () => {
    const home = elementsOn(sectionAddress({ id })).get(id);
    const box = home && withClass(home, 'unknowns')[0];
    const asked = box ? withTag(box, 'li').map(wordsOf) : [];
    // The summary has none of its own and asks on its page what tells most in all others.
    const telling = sections.flatMap((one) => (one.card?.unknowns ?? []).filter((unknown) => unknown.telling));
    const own = card?.unknowns ?? [];
    const wanted = (id === sections[0]?.id ? telling : own).map(({ question, note, who_would_know, since }) =>
      plain(
        fillTokens(
          ledger,
          `${question} ${note ?? ''} Who would know: ${who_would_know}. Open since ${isRealDate(since) ? formatDate(since) : since}.`,
        ),
      ),
    );
    expect(asked).toEqual(wanted);
  });

  it('asks on the explainer the few questions that tell most', () => {
    const asked = withClass(elementsOn('index.html').get(id)!, 'unknowns').flatMap((box) => withTag(box, 'li'));
    const telling = (card?.unknowns ?? []).filter((unknown) => unknown.telling);
    expect(asked.map(wordsOf)).toEqual(telling.map(({ question }) => plain(fillTokens(ledger, question))));
  });
});

it('each claim has its verdict, its reason and its sources', () => {
  const entries = elementsOn(CLAIMS_PAGE);
  const faults = [...ledger.claims.values()].flatMap((claim) => {
    const row = entries.get(claim.id);
    const judgement = row && withTag(row, 'td')[0];
    return [
      ...unequal('verdict', wordsOf(judgement && withTag(judgement, 'b')[0]), claim.verdict),
      ...missing(judgement, [claim.verdict_reason]),
      ...missing(row, [claim.claim, claim.attributed_to, claim.evidence_since]),
      ...claim.source_ids.flatMap((id) => sourceFaults(id, row)),
    ].map((fault) => `${claim.id}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

it('each event stands on the timeline with date and sources, and says if it is weakly sourced', () => {
  const entries = elementsById(pages.timeline);
  const faults = [...ledger.events.values()].flatMap((event) => {
    const entry = entries.get(`event-${event.id}`);
    const saysWeak = wordsOf(entry).includes('Weakly sourced');
    return [
      ...missing(entry, [event.event, formatDate(event.date)]),
      ...(saysWeak === (event.confidence === 'low')
        ? []
        : [saysWeak ? 'says it is weakly sourced, and is not' : 'does not say it is weakly sourced']),
      ...event.source_ids.flatMap((id) => sourceFaults(id, entry)),
    ].map((fault) => `${event.id}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

it('each place shown has its date, its captor, the last thing known of it, and its sources', () => {
  const shown = prose.flatMap((file) =>
    elementsOfProse(file.mdx.body)
      .filter(({ name }) => name === 'Places')
      .flatMap((element) => attributeIds(element, 'ids'))
      .map((id) => ({ id, page: prosePage(file) })),
  );
  expect(shown.length).toBeGreaterThan(0);
  const faults = shown.flatMap(({ id, page }) => {
    const place = ledger.places.get(id)!;
    const row = elementsOn(page).get(`place-${place.slug}`);
    const latest = wordsOf(row && withTag(row, 'td')[2]);
    return [
      ...(startsWith(latest, STATUS_LABELS[place.status_latest], /^(?:$|; |, (?:[\dA-Z]|between \d))/)
        ? []
        : [`"${latest}" does not say "${STATUS_LABELS[place.status_latest]}"`]),
      ...(place.status_changed_on && !latest.includes(formatDateShort(place.status_changed_on))
        ? [`"${latest}" lacks ${place.status_changed_on}`]
        : []),
      ...(place.trade_resumed_on && !latest.endsWith(`; trade resumed ${formatDateShort(place.trade_resumed_on)}`)
        ? [`"${latest}" lacks trade of ${place.trade_resumed_on}`]
        : []),
      ...missing(row, [place.name, place.captor, place.captured_on ? formatDateShort(place.captured_on) : 'not found']),
      ...[...place.source_ids, ...place.status_source_ids].flatMap((source) => sourceFaults(source, row)),
    ].map((fault) => `${id}: ${fault}`);
  });
  expect(faults).toEqual([]);
});
