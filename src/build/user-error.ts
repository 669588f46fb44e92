/** Error that only the person at the keyboard can mend; shown as its message, without a stack. */
export class UserError extends Error {}

/** Makes a user error in the form `PORT: found "abc"; expected …`, that of an error in the content. */
export function userError(name: string, found: string, expected: string): UserError {
  return new UserError(`${name}: found ${found}; expected ${expected}`);
}

/** Runs a command-line tool: a user error or a content error ends it with the message alone, anything else with its stack. */
export async function runTool(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(isForTheUser(error) ? error.message : error);
    process.exit(1);
  }
}

/** Runs work that Astro calls: an error that only the user can mend ends the process with its message, where Astro would print a stack. */
export async function exitOnUserError<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isForTheUser(error)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** Tells whether an error is one that only the person at the keyboard can mend. */
function isForTheUser(error: unknown): error is Error {
  // Pages are rendered from a bundle with its own copy of the class, so the name decides.
  return error instanceof UserError || (error instanceof Error && error.name === 'ContentError');
}
