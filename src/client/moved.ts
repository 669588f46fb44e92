/** Leads from a page that has moved to the new place of the id in the address; without that id, to the page that has its content now. */
const { hash } = location;

/** Returns the new place of an id of the old page. */
function placeOf(id: string): string | undefined {
  return document.getElementById(id)?.querySelector('a')?.href;
}

/** Reads the fragment of the address; one with a broken escape is taken as it stands. */
function readFragment(): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

const id = readFragment();
const page = document.querySelector<HTMLAnchorElement>('#moved-to')!;
// A link that was copied with the end of its sentence, or retyped, is still meant for its entry.
const place = placeOf(id) ?? placeOf(id.toLowerCase().replace(/[^a-z0-9]+$/, ''));
location.replace(place ?? page.href + (page.hash ? '' : hash));

export {};
