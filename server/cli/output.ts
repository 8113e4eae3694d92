/** Where the command line writes, and how a command ends. Given, so that a test can listen. */
export interface Output {
  /** What was asked for. */
  out(text: string): void;
  /** A file, as it is. Resolves once more can be taken. */
  bytes(chunk: Uint8Array): Promise<void>;
  /** What went wrong, and how far a long task has come. */
  err(text: string): void;
}

/** The exit codes: done, it failed or something does not hold, it was asked for wrongly. */
export const exit = { done: 0, failed: 1, usage: 2 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

export const standardOutput: Output = {
  out: (text) => void process.stdout.write(`${text}\n`),
  bytes: (chunk) =>
    new Promise((resolve) => {
      // A reader that has gone takes the rest as well: the error is told below.
      process.stdout.write(chunk, () => resolve());
    }),
  err: (text) => void process.stderr.write(`${text}\n`),
};

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
