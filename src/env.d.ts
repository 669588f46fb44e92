declare namespace App {
  /** What a page and its components tell each other. */
  interface Locals {
    /** Whether the page is the reading copy, which has no other pages. */
    isCopy?: boolean;
    /** The drawings of land, shared by the maps of the page, that something on it has written. */
    lands?: Set<string>;
    /** Id of the section that the page shows by itself; it explains terms that another section explains first on the explainer. */
    onlySection?: string;
    /** What the page holds beside the stories: a section’s record, or all records and every claim; nothing where it is not said. */
    extent?: 'section' | 'all';
    /** Style sheets of the components that the page holds; each component adds its own when it is rendered. */
    styles: Set<string>;
    /** Those of them that a page needs before all else; the others then stand where `LATER_STYLES` is. */
    firstStyles?: readonly string[];
    /** Style sheets that come before those of components, and after them, in order. A layout that names none writes its styles itself. */
    layoutStyles?: { first: readonly string[]; last: readonly string[] };
  }
}
