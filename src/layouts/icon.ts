/** The icon of every page, drawn inside it: no second request. */
export const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' fill='%23fbfaf6'/%3E%3Cpath d='M2 13V10h4V7h4V4h4' fill='none' stroke='%23ad3a22' stroke-width='2.4'/%3E%3C/svg%3E";
