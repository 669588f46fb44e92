/**
 * Runs a program with this Node, or says in one sentence that this Node is too old: `node src/cli/require-node.mjs [NAME=value …] FILE [arguments]`.
 * Variables are set here because the shell of Windows does not know `NAME=value program`.
 * Plain JavaScript that old versions can read; they would answer a TypeScript file with ERR_UNKNOWN_FILE_EXTENSION.
 */
import module from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Keep to `engines` in package.json. */
const OLDEST = '22.18';

if (!process.features.typescript) {
  console.error(
    `Node: found ${process.version.slice(1)}, which cannot run TypeScript; expected ${OLDEST} or newer (https://nodejs.org)`,
  );
  process.exit(1);
}
// The next run, and the programs that this one starts, need not strip the types of three hundred files again; a third of a check’s time.
process.env.NODE_COMPILE_CACHE ??= module.enableCompileCache().directory ?? '';
// The program finds its arguments where it would, had it been called itself.
process.argv.splice(1, 1);
while (/^[A-Z_]+=/.test(process.argv[1])) {
  const [assignment] = process.argv.splice(1, 1);
  const at = assignment.indexOf('=');
  process.env[assignment.slice(0, at)] = assignment.slice(at + 1);
}
await import(pathToFileURL(resolve(process.argv[1])).href);
