/** The explainer in one file, to keep and to pass on. Its name says nothing of what it is about: it is seen in the list of files on a phone. */
export const READING_COPY = 'reading-copy.html';
