/** How much waits for me, in the title of every page. */
import { useQuery } from '@tanstack/react-query';
import { useTitleCount } from '../../ui/window-title.ts';
import { queueCountQuery } from '../api/queue.ts';

/** Events say when it changed; this is for those that never arrive. */
const ASK_AGAIN_MS = 120_000;

/** Null until it is known. */
export function useQueueCount(): number | null {
  return useQuery({ ...queueCountQuery, refetchInterval: ASK_AGAIN_MS }).data?.all ?? null;
}

export function QueueInTitle() {
  useTitleCount(useQueueCount() ?? 0);
  return null;
}
