/** `npm start`: the server, with what follows `--`. With `--help` or a command, the command line. */
import { standardOutput } from './cli/output.ts';
import { run } from './cli/run.ts';
import { loadConfig } from './config/load-config.ts';

const args = process.argv.slice(2);
const named = args[0] !== undefined && !args[0].startsWith('-');
process.exitCode = await run(named ? args : ['start', ...args], loadConfig, standardOutput);
