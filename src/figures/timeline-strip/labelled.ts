/** An event that the strip names; its date comes from its row. */
export interface Labelled {
  id: string;
  text: string;
}

/** One turn in each phase, so that every row can be found again by something known. */
export const LABELLED: Labelled[] = [
  // What the resistance of the years after answers to.
  { id: 't008', text: 'the coup' },
  // The day that the operation is named after.
  { id: 't017', text: 'the offensive begins' },
  // From here on it is not only the north.
  { id: 't031', text: 'fighting returns to Rakhine' },
  // Ends what most people mean by Operation 1027.
  { id: 't053', text: 'truce for northern Shan' },
  // The first regional command ever lost.
  { id: 't063', text: 'Lashio taken' },
  // The best-known gain, given back without a battle.
  { id: 't069', text: 'Lashio handed back' },
];
