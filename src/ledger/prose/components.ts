/** Components that prose may use. */
export const COMPONENTS = [
  'Num', 'Cite', 'Term', 'Actor', 'Figure', 'Section', 'Where', 'Actors', 'Casualties', 'ClaimCheck', 'Assessments', 'Events', 'Places', 'Observations',
  'Handovers', 'Crossings', 'Towns', 'KeyNumbers', 'Safe', 'Datasets', 'Unknowns', 'Colophon', 'Fact', 'Name', 'Script',
] as const;

/** Attributes allowed where a stray one could carry a number or a wrong source. Other components take what they like. */
export const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  Num: ['id', 'form', 'weak', 'unit'],
  Cite: ['ids', 'sources'],
  Term: ['id'],
  Actor: ['id'],
  Figure: ['id'],
};

/** Attributes that must be there. */
export const REQUIRED: Readonly<Record<string, string>> = { Num: 'id', Cite: 'ids', Term: 'id', Actor: 'id', Figure: 'id', Events: 'ids', Places: 'ids' };
