import { z } from 'astro/zod';
import { count, isoDate, optionalDate, optionalDegrees, yesNo } from '../schemas/fields.ts';
import type { CardId } from './dataset-ids.ts';
import { columnChecks } from './dataset-schemas.ts';
import { datasetCard } from './datasets.ts';
import type { Ledger } from './load.ts';

/** One column as a Table Schema describes it. */
export interface Field {
  name: string;
  type: 'string' | 'number' | 'boolean';
  description: string;
  trueValues?: string[];
  falseValues?: string[];
  constraints?: {
    required?: true;
    unique?: true;
    enum?: string[];
    pattern?: string;
    minimum?: number;
    maximum?: number;
  };
}

/** Dates keep the precision of their source, so no type for days fits them. */
const DATE = '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$';

/** The columns of a dataset: type and limits from the check that its rows passed, words from its card. */
export function datasetFields(ledger: Ledger, id: CardId): Field[] {
  const checks = columnChecks(id);
  return Object.entries(datasetCard(ledger, id).columns).map(([name, description]) =>
    fieldOf(name, description, checks[name] as z.ZodType),
  );
}

function fieldOf(name: string, description: string, check: z.ZodType): Field {
  const must = { ...(isNeeded(check) && { required: true as const }), ...(name === 'id' && { unique: true as const }) };
  const field = (rest: Partial<Field>, limits: Field['constraints'] = {}): Field => {
    const constraints = { ...must, ...limits };
    return { name, type: 'string', description, ...rest, ...(Object.keys(constraints).length > 0 && { constraints }) };
  };
  if (check === isoDate || check === optionalDate) return field({}, { pattern: DATE });
  if (check === count) return field({ type: 'number' }, { minimum: 0 });
  if (check === optionalDegrees) return field({ type: 'number' }, { minimum: -180, maximum: 180 });
  if (check === yesNo || check instanceof z.ZodBoolean)
    return field({ type: 'boolean', trueValues: ['yes'], falseValues: ['no'] });
  if (check instanceof z.ZodEnum) return field({}, { enum: check.options.map(String) });
  return field({});
}

/** Whether a cell may not be blank. A column of an editor's card may be left out; a cell of a file may be empty. */
function isNeeded(check: z.ZodType): boolean {
  if (check instanceof z.ZodArray) return !check.safeParse([]).success;
  return !check.safeParse(undefined).success && !check.safeParse('').success;
}
