// SPDX-License-Identifier: Apache-2.0

export type Steps = {
  /** Runs one step of the start and prints its name and how long it took. */
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
};

/** Progress for the person who starts the program: one line per step, with its duration. */
export function createSteps(write: (line: string) => void): Steps {
  return {
    async step(title, work) {
      const started = performance.now();
      const result = await work();
      const seconds = ((performance.now() - started) / 1_000).toFixed(1).replace('.', ',');
      write(`  ✓ ${title} (${seconds} giây)`);
      return result;
    },
  };
}
