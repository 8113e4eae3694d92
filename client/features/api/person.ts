/** People and roles as the API names them. */
import * as z from 'zod/mini';
import { personId } from '../../../domain/id.ts';
import { roles } from '../../../domain/role.ts';

export const person = z.object({ id: personId, name: z.string() });

export const role = z.enum(roles);
