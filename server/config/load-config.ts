/** The configuration of this process: from its environment, and from `.env` in the directory where it was started. */
import { existsSync, readFileSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { type ParsedConfig, parseConfig } from './parse-config.ts';

/** What the environment says goes before what `.env` says. */
export function loadConfig(): ParsedConfig {
  if (existsSync('.env')) loadEnvFile('.env');
  return parseConfig(process.env, (path) => readFileSync(path, 'utf8'));
}
