/** What somebody asks of a scenario by the environment, e.g. `BENCH_ROUNDS=150 BENCH_SEED=7`. */
export function count(name: string, otherwise: number): number {
  const asked = process.env[`BENCH_${name.toUpperCase()}`];
  const found = asked === undefined ? otherwise : Number(asked);
  if (!Number.isInteger(found) || found < 1)
    throw new Error(`BENCH_${name.toUpperCase()} is a count`);
  return found;
}

/** Another one at each run, unless it is asked for. */
export function seed(): number {
  return count('seed', 1 + (Date.now() % 1_000_000));
}
