/** In the order in which they run: the servers first, while the machine is cool. */
import { acknowledge } from './acknowledge.ts';
import { claims } from './claims.ts';
import { crowds } from './crowds.ts';
import { crash } from './crash.ts';
import { disk } from './disk.ts';
import { fuzz } from './fuzz.ts';
import { joins } from './joins.ts';
import { open } from './open.ts';
import { paint } from './paint.ts';
import type { Scenario } from './scenario.ts';
import { weight } from './weight.ts';

export const scenarios: readonly Scenario[] = [
  disk,
  acknowledge,
  crowds,
  joins,
  paint,
  open,
  claims,
  weight,
  crash,
  fuzz,
];
