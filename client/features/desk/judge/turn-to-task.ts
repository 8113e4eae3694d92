/** Opens the tab and the form in which a task of the current claim is done. */
import type { Task } from '../../../../domain/derive/waiting.ts';
import type { Desk } from '../desk-context.ts';

type Asked = Pick<Task, 'kind'> & { readonly verdictAuthor?: number };

export function turnToTask(
  { setTab, setForm }: Pick<Desk, 'setTab' | 'setForm'>,
  task: Asked,
): void {
  // Changed words are settled above, and a verdict is given or answered for at the foot: always in view.
  if (task.kind === 'judge' || task.kind === 'answer' || task.kind === 'settle-words') return;
  setTab('verdicts');
  if (task.kind === 'rule') setForm({ name: 'ruling' });
  if (task.kind === 'review') {
    setForm({
      name: 'review',
      ...(task.verdictAuthor !== undefined && { about: String(task.verdictAuthor) }),
    });
  }
}
