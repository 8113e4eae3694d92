/** Server → client: what only this person may see, e.g. their own sealed verdicts. Empty until sealing exists. */
import * as z from 'zod/mini';
import { verdict } from '../record/verdict.ts';

export const privateMessage = z.object({ verdicts: z.array(verdict) });
