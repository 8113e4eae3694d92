/** `npm start`: the server. With `--help` or anything else, the command line. */
import { standardOutput } from './cli/output.ts';
import { run } from './cli/run.ts';
import { loadConfig } from './config/load-config.ts';

const args = process.argv.slice(2);
process.exitCode = await run(args.length === 0 ? ['start'] : args, loadConfig, standardOutput);
