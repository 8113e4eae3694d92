/** Reads the configuration from the environment: all of it, or every problem at once. */
import { type Config, configSchema, options } from './options.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/** `readFile` is given so that a test needs no disk; it throws when the file cannot be read. */
export function parseConfig(
  environment: Environment,
  readFile: (path: string) => string,
): ParsedConfig {
  const problems = unknownNames(environment);
  const raw: Record<string, string> = {};
  for (const { key, name, secret } of options) {
    const direct = environment[name] || undefined;
    const file = secret ? environment[`${name}_FILE`] || undefined : undefined;
    if (direct !== undefined && file !== undefined) {
      problems.push(`${name} and ${name}_FILE are both set: keep one of them`);
    } else if (direct !== undefined) {
      raw[key] = direct;
    } else if (file !== undefined) {
      try {
        raw[key] = readFile(file).trim();
      } catch (error) {
        problems.push(
          `${name}_FILE cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
  }
  const parsed = configSchema.safeParse(raw);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name =
        options.find((option) => option.key === issue.path[0])?.name ?? String(issue.path[0]);
      problems.push(`${name} ${issue.message}`);
    }
  }
  return parsed.success && problems.length === 0
    ? { ok: true, config: parsed.data }
    : { ok: false, problems };
}

/** A misspelt name would silently leave the default in force. */
function unknownNames(environment: Environment): string[] {
  const known = new Set(
    options.flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name])),
  );
  return Object.keys(environment)
    .filter((name) => name.startsWith('ATTEST_') && !known.has(name))
    .map((name) => `${name} is not an option of this version`);
}
