/** Which form of the right pane is open, and that none opens for somebody who may not use it. */
import { useEffect } from 'react';
import { type FormName, type OpenForm, useDesk } from '../desk-context.ts';

/** The open form of this name, or null. `refused` says why there can be none; whoever asks for it is told. */
export function useForm(
  name: FormName,
  refused: string | null,
  /** Where to go instead. */
  instead?: { readonly label: string; run(): void },
): OpenForm | null {
  const { form, setForm, say } = useDesk();
  const isAsked = form?.name === name;
  useEffect(() => {
    if (!isAsked || refused === null) return;
    say(refused, instead);
    setForm(null);
  }, [isAsked, refused, instead, say, setForm]);
  return isAsked && refused === null ? form : null;
}
