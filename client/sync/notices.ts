/**
 * What tabs of one person in one document tell each other: notices only. No
 * change of the document ever goes from tab to tab past the server's checks.
 */
import * as z from 'zod/mini';

const notice = z.enum(['discarding', 'discarded']);
/** `discarding`: let go of the local copy, it is about to be deleted. `discarded`: it is gone. */
export type Notice = z.infer<typeof notice>;

export interface Notices {
  post(notice: Notice): void;
  close(): void;
}

export function openNotices(copy: string, onNotice: (notice: Notice) => void): Notices {
  const channel = new BroadcastChannel(copy);
  channel.onmessage = (event: MessageEvent<unknown>) => {
    const read = notice.safeParse(event.data);
    if (read.success) onNotice(read.data);
  };
  return {
    post: (said) => channel.postMessage(said),
    close: () => channel.close(),
  };
}
