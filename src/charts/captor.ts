import type { Tone } from '../data/schemas/figure.ts';
import type { Place } from '../data/schemas/place.ts';

/** Begins the name of a captor that belongs to the alliance. */
const ALLIANCE = /^(?:MNDAA|TNLA|Arakan Army|the alliance)/;

/** Whose colour a captured place carries: the alliance’s if the force named first belongs to it, else that of the other resistance forces. */
export function captorTone({ captor }: Pick<Place, 'captor'>): Extract<Tone, 'alliance' | 'resistance'> {
  return ALLIANCE.test(captor) ? 'alliance' : 'resistance';
}

/** The same where the two armies of the alliance in northern Shan are told apart. */
export function armyTone({ captor }: Pick<Place, 'captor'>): Extract<Tone, 'alliance' | 'tnla' | 'resistance'> {
  return captor.startsWith('TNLA') ? 'tnla' : captorTone({ captor });
}
