/** Whom the scenarios compare, ours first. */
import { attest } from './attest.ts';
import type { Contender } from './contender.ts';
import { hocuspocus } from './hocuspocus.ts';
import { socketFloor } from './socket-floor.ts';
import { yWebsocket } from './y-websocket.ts';

export const contenders: readonly Contender[] = [attest, yWebsocket, hocuspocus, socketFloor];
