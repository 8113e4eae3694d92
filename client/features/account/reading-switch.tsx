/** Whether others see what I have read; mine alone to say, and for all documents at once. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { notify } from '../../ui/toast.tsx';
import styles from '../actions/actions.module.css';
import { readingShown, showReading } from '../api/readings.ts';

const key = ['me', 'reading'];

export function ReadingSwitch() {
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: key, queryFn: readingShown });
  const { mutate, isPending } = useMutation({
    mutationFn: showReading,
    onSuccess: (answer) => queries.setQueryData(key, answer),
    onError: (error) => notify({ text: error.message }),
  });
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        checked={data?.shown ?? true}
        disabled={data === undefined || isPending}
        onChange={(event) => mutate(event.target.checked)}
      />
      Show others in the margin what I have read
    </label>
  );
}
