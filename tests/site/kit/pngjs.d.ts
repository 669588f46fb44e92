/** What is used of pngjs, which brings no types of its own. */
declare module 'pngjs' {
  export interface Pixels {
    width: number;
    height: number;
    /** Red, green, blue and opacity of each point, from the upper left. */
    data: Buffer;
  }

  export const PNG: { sync: { read: (bytes: Buffer) => Pixels } };
}
