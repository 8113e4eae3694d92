// What was found about every claim of the example, in the order of its text.
import type { Check } from './check.ts';
import { climate } from './checks/climate.ts';
import { crossings } from './checks/crossings.ts';
import { money } from './checks/money.ts';
import { night } from './checks/night.ts';

export const checks: readonly Check[] = [...crossings, ...climate, ...money, ...night];
