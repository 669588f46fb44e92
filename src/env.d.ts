declare namespace App {
  /** What a page tells all its components. */
  interface Locals {
    /** Whether it is the reading copy, which has no other pages. */
    isCopy?: boolean;
  }
}
