/** `npm run attest -- <command>`. */
import { standardOutput } from './cli/output.ts';
import { run } from './cli/run.ts';
import { loadConfig } from './config/load-config.ts';

process.exitCode = await run(process.argv.slice(2), loadConfig, standardOutput);
