/** Something only the person at the keyboard can mend; shown as its message, without a stack. */
export class UserError extends Error {}

/** Makes one in the form `PORT: found "abc"; expected …`, that of an error in the content. */
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

// Pages are rendered from a bundle with its own copy of the class, so the name decides.
function isForTheUser(error: unknown): error is Error {
  return error instanceof UserError || (error instanceof Error && error.name === 'ContentError');
}
