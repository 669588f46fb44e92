/**
 * Leads to the entry that an address means where none has its very name: a link that was copied with the end of its
 * sentence, retyped in other letters, or cut by one. Alone in its page: it imports nothing.
 */

/** Returns the id that a fragment means, which is none itself, if only one comes near. */
function meantId(fragment: string): string | undefined {
  const word = fragment.toLowerCase().replace(/[^a-z0-9]+$/, '');
  if (!word) return;
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const same = ids.filter((id) => id.toLowerCase() === word);
  // Of numbers a digit less is another one.
  const longer = ids.filter((id) => /[a-z]$/i.test(id) && id.slice(0, -1).toLowerCase() === word);
  return [same, longer].find(({ length }) => length === 1)?.[0];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const asked = decode(location.hash.slice(1));
const id = asked && !document.getElementById(asked) && meantId(asked);
if (id) location.replace(`#${id}`);

// A module, so that its names are its own.
export {};
