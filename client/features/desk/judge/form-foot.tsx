/** The end of a form in the pane: what was wrong, what gives it, and what lets it go. */
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useDesk } from '../desk-context.ts';
import styles from './form-foot.module.css';

export interface FormFootProps {
  problem?: string | null;
  action: string;
  /** Before the form closes: forgets what was begun. */
  onCancel(): void;
}

export function FormFoot({ problem = null, action, onCancel }: FormFootProps) {
  const { setForm } = useDesk();
  return (
    <>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <div className={styles.foot} data-keep-clear="">
        <Button type="submit" variant="primary">
          {action}
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            onCancel();
            setForm(null);
          }}
        >
          Cancel
        </Button>
      </div>
    </>
  );
}
