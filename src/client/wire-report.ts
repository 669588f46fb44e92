/** The day of the first wire report, as inferred. Its own numbers stay in the view of a day, to be judged. */
export const WIRE_REPORT = '2023-12-01';
