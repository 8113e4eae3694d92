/** The formats that the server offers, with everything that can be chosen about each; what is chosen, as address and as words. */
import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { type Audience, audiences, type Selection } from '../../../../domain/export/selection.ts';
import { path } from '../../api/documents.ts';
import { request } from '../../api/request.ts';

const audience = z.enum(audiences);

const option = z.object({
  id: z.string(),
  label: z.string(),
  help: z.string(),
  toggle: z.boolean(),
  values: z.array(
    z.object({ id: z.string(), label: z.string(), audiences: z.optional(z.array(audience)) }),
  ),
  standard: z.object({ internal: z.string(), public: z.string() }),
  audiences: z.array(audience),
});
const format = z.object({
  id: z.string(),
  label: z.string(),
  purpose: z.string(),
  extension: z.string(),
  audience,
  options: z.array(option),
});
export type FormatOption = z.infer<typeof option>;
export type Format = z.infer<typeof format>;

/** What somebody changed from what holds anyway, by option. */
export type Chosen = Readonly<Record<string, string>>;

export function useFormats(document: string): readonly Format[] {
  const { data } = useQuery({
    queryKey: ['exporters', document],
    queryFn: () => request(z.array(format), 'GET', `${path(document)}/export`),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? [];
}

/** What can be chosen for this audience. */
export function offered({ options }: Format, to: Audience): readonly FormatOption[] {
  return options.filter((each) => each.audiences.includes(to));
}

export function valueOf(of: FormatOption, to: Audience, chosen: Chosen): string {
  const value = chosen[of.id];
  const may =
    of.audiences.includes(to) &&
    of.values.some(({ id, audiences: for_ }) => id === value && (for_ ?? audiences).includes(to));
  return may && value !== undefined ? value : of.standard[to];
}

/** The part of the address behind the format. */
export function queryOf(wanted: Format, to: Audience, chosen: Chosen): string {
  const said = offered(wanted, to)
    .map((each) => [each.id, valueOf(each, to, chosen)] as const)
    .filter(([id, value]) => wanted.options.find((o) => o.id === id)?.standard[to] !== value);
  return new URLSearchParams([
    ['audience', to],
    ...said.map(([id, value]) => [id, value]),
  ]).toString();
}

/** What the file holds, as the server will understand it. */
export function selectionOf(wanted: Format, to: Audience, chosen: Chosen): Selection {
  const is = (id: string, otherwise: boolean) => {
    const found = wanted.options.find((each) => each.id === id);
    return found ? valueOf(found, to, chosen) === 'yes' : otherwise;
  };
  const inside = to === 'internal';
  return {
    audience: to,
    names: is('names', inside),
    brief: is('brief', false),
    talk: is('talk', inside),
    withdrawn: is('withdrawn', false),
  };
}
