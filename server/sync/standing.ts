/** The open rooms in figures. */
import type { Standing } from '../metrics/standing.ts';
import type { Room } from './room.ts';

export function standingOf(rooms: readonly Room[]): Standing {
  const unread = rooms.flatMap(({ members }) => [...members].map((each) => each.waitingBytes));
  return {
    rooms: rooms.length,
    connections: unread.length,
    queued: sum(rooms.map(({ queued }) => queued)),
    pending: rooms.filter(({ live }) => live.isPending).length,
    unread: { sum: sum(unread), most: unread.reduce((a, b) => Math.max(a, b), 0) },
    bytes: sum(rooms.map(({ bytes }) => bytes)),
  };
}

function sum(figures: readonly number[]): number {
  return figures.reduce((a, b) => a + b, 0);
}
