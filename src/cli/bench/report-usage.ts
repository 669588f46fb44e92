import { writeFileSync } from 'node:fs';

const KILO = 1_024;
const MICRO = 1e-6;

/** What a build took of the machine: seconds of all its threads, and the most bytes of memory at a time. */
export interface Usage {
  processor: number;
  memory: number;
}

/** Loaded before a build: writes at its end what it took to where `BENCH_USAGE` says. */
process.on('exit', () => {
  const file = process.env['BENCH_USAGE'];
  if (file === undefined) return;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(
    file,
    JSON.stringify({ processor: (userCPUTime + systemCPUTime) * MICRO, memory: maxRSS * KILO } satisfies Usage),
  );
});
