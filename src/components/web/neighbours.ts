import type { Link } from '../../site/addresses.ts';

/** The parts before and after one of a list, as links; null at an end. */
export function neighbours<T extends { id: string }>(
  parts: readonly T[],
  id: string,
  link: (part: T) => Link,
): { before: Link | null; after: Link | null } {
  const at = parts.findIndex((part) => part.id === id);
  const linkOf = (part: T | undefined) => (part ? link(part) : null);
  return { before: linkOf(parts[at - 1]), after: linkOf(parts[at + 1]) };
}
