import { describe, expect, it } from 'vitest';
import { findNumbers, quoteAround } from '../../src/data/checks/number-lint/find-numbers.ts';
import { COMPONENT, REFERENCE } from '../../src/data/checks/number-lint/vocabulary.ts';

const NAMES = [
  'Operation 1027',
  'Operation 1111',
  'Light Infantry Division 99',
  'Special Region 1',
  '105-Mile',
  'Flash Update #10',
  'Eleven Media',
  'CC BY 4.0',
];

const found = (text: string) =>
  findNumbers(text.replaceAll('<Num/>', REFERENCE).replaceAll('<Term/>', COMPONENT), NAMES).map(
    (finding) => finding.found,
  );

describe('allows what is no count, or counts little', () => {
  it.each([
    // dates
    'On 27 October 2023 the alliance attacked.',
    'The talks were held on 10 and 11 January.',
    'It fell on 7 or 8 January 2024.',
    'From 27–30 October the roads were cut.',
    'Fronts opened on 3, 6, 11 and 13 November.',
    'It lasted from 27 October 2023 to 12 January 2024.',
    'Clashes of 27 October–3 November 2023.',
    'In October 2023 soldiers gave up the gate.',
    'The total rose between November and December 2023.',
    'Subtitle, 30 Oct – 31 Dec 2023',
    'All people displaced inside Myanmar, 2020 – latest',
    'The alliance renounced it on 4/18 September.',
    'Read on 2023-12-15.',
    // years
    '2021',
    'The coup of 2021 changed that.',
    'Since the 2021 coup they have fought; the 2015 ceasefire left them out.',
    'The vote was held in 2025–26.',
    'The 2020 elections, and in 2025 truces brokered by China; by early 2026 analysts saw it.',
    'Fighting went on in 2023 and 2024.',
    'In 2021, 2022 and 2023 it grew.',
    'The reversals (2025) undid much of it.',
    'By mid-2024, and again in late 2025, Beijing pressed them.',
    "Amnesty's 2023 report says so.",
    'In the 1990s and the late 1980s the trade was opium.',
    'It was ceded in 1897 and garrisoned from 1948.',
    'It gave up drugs around the year 2000.',
    '2025: the reversal',
    // clock times and ordinals
    'The attack began at 4 a.m. and was over by 16:30.',
    'It was the first, the second and the twenty-first town; the 12th and the 21st.',
    'In the first half of 2024 the front moved; the northern half of the state did not.',
    'The tenth paragraph of the report is often read.',
    'In the first quarter of 2024 a third group joined.',
    // small numbers that count
    'Three groups and their four allies took seven towns.',
    'Only one of the three fought on.',
    'The other two did not; all three did later.',
    'It took 4 brigades and 7-8 battalions.',
    'A four-day truce in July did not hold.',
    'No one and someone, one another, at one, one day, one or two.',
    'It was shelled twice, and three times a week.',
    'Four were taken, and a fifth, Hsenwi, fell later.',
    'The drone strike killed three in one account.',
    'They took two in five days.',
    // references, names and false friends
    'OCHA counted <Num/> people, and <Num/> of them in the north; one in <Num/> returned.',
    'By then {A21} had fled, {d-share|bare} per cent of them from the north.',
    'Operation 1027 and Operation 1111 began in one season.',
    "A captain of Light Infantry Division 99 spoke in 105-Mile, in Operation 1027's first week.",
    'Eleven Media and Flash Update #10 say so, under CC BY 4.0.',
    '4 <Term/> fought in Special Region 1.',
    'The weight of the freight was often tense; a listener tends the tent in the canteen.',
    'On behalf of the halfway house, half-built.',
    'May I march? They may.',
    'Read https://example.org/2023/2389 or write to desk24@example.org.',
    'The percentage was not stated.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('refuses every other number', () => {
  it.each([
    // digits
    ['2001 soldiers gave up.', '2001'],
    ['A toll of 2001 people was given.', '2001'],
    ['A convoy of 1900 trucks burned.', '1900'],
    ['It spread to 1950 hamlets.', '1950'],
    ['In 2023 people fled; 2023 soldiers did not.', '2023'],
    ['It lost 2,389 soldiers.', '2,389'],
    ['It lost 2389 soldiers.', '2389'],
    ['The alliance took 12 towns.', '12'],
    ['Residents aged 18–45 must serve.', '18–45'],
    ['The bases fell in 77 days.', '77'],
    ['It rose by 4.5 times.', '4.5'],
    ['It fell on 31 November 2023.', '31'],
    ['It fell on 32 October 2023.', '32'],
    ['It was read on 2023-02-30.', '2023-02-30'],
    ['In October 27 towns fell.', '27'],
    ['About 1500 drones were flown.', '1500'],
    ['It is worth $5 a month.', '$5'],
    ['It cost US$500 million.', 'US$500 million'],
    ['The outcome was 0.', '0'],
    ['It was 1027.', '1027'],
    ['See Figure 3.', '3'],
    ['The 105th of 330 townships voted.', '330'],
    ['The 3BHA and the A4 sheet.', '3BHA'],
    ['½ of them left.', '½'],
    ['၁၀၂၇ စစ်ဆင်ရေး', '၁၀၂၇'],
    ['They fought for 10 days.', '10'],
    ['A 40-day siege in 1971.', '40'],
    ['Held 14/17 townships.', '14/17'],
    ['Up to 1,976,400 people.', '1,976,400'],
    ['Operation 10270 is not a name.', '10270'],
    // words
    ['Ten towns fell.', 'Ten'],
    ['Some thirty-five drones were shot down.', 'thirty-five'],
    ['Two hundred and thirty bases fell.', 'Two hundred and thirty'],
    ['Hundreds of thousands fled.', 'Hundreds'],
    ['About two million people are displaced.', 'two million'],
    ['Tens of camps were burned.', 'Tens'],
    ['Dozens were killed.', 'Dozens'],
    ['A dozen gates closed.', 'dozen'],
    ['Scores of houses burned.', 'Scores of'],
    ['More than 2.6 million people.', '2.6 million'],
    ['A TEN-day truce followed.', 'TEN'],
    ['<Num/> million people fled.', 'million'],
    ['twenty fled', 'twenty'],
    ['It lost 2 389 soldiers.', '2'],
    ['From 3 to 12 towns fell.', '3'],
    ['It took two\nmillion steps.', 'two\nmillion'],
    ['In 2023 389 people fled.', '389'],
    // shares, multiples and sums
    ['One in five fled.', 'One in five'],
    ['Four out of five voters stayed home.', 'Four out of five'],
    ['One in 20 came back.', 'One in 20'],
    ['Half of the towns were lost.', 'Half'],
    ['About half the people left.', 'half'],
    ['A third of the bases fell.', 'A third of'],
    ['Two-thirds of the state, and two thirds of the trade.', 'Two-thirds'],
    ['A quarter of the trade stopped.', 'A quarter of'],
    ['The number doubled.', 'doubled'],
    ['Losses tripled within weeks.', 'tripled'],
    ['Twice as many fled.', 'Twice as'],
    ['It was three times the figure of May.', 'three times the'],
    ['A tenfold rise followed.', 'tenfold'],
    ['Trade was halved.', 'halved'],
    ['More than 90% are of Yunnan origin.', '90%'],
    ['A few per-cent voted.', 'per-cent'],
    ['Nine per cent voted.', 'Nine per cent'],
    ['<Num/> per cent voted.', 'per cent'],
    ['Forty percent voted.', 'Forty percent'],
    ['Each got five dollars.', 'five dollars'],
    ['It grew by six point five.', 'six point five'],
    ['It grew by two percentage points.', 'two percentage points'],
  ])('%s', (text, first) => {
    expect(found(text)[0]).toBe(first);
  });

  it('reports each number of a sentence once, in order', () => {
    expect(found('Of 330 townships 65, or one in five, and thirty more were left out.')).toEqual([
      '330',
      '65',
      'one in five',
      'thirty',
    ]);
  });
});

describe('an error', () => {
  it('shows about five words on each side', () => {
    const text =
      'By the count of the alliance itself, some 2,389 soldiers and their relatives gave themselves up at Laukkai.';
    const [finding] = findNumbers(text);
    expect(quoteAround(text, finding!)).toBe(
      '… of the alliance itself, some 2,389 soldiers and their relatives gave …',
    );
  });

  it('does not cut a short sentence', () => {
    expect(quoteAround('Ten towns fell.', findNumbers('Ten towns fell.')[0]!)).toBe('Ten towns fell.');
  });
});
