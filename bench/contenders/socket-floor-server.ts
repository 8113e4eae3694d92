/** Sends every update of a room to all of it, the sender included, without reading it. */
import { WebSocketServer, type WebSocket } from 'ws';
import { NOTHING, step1, step2, syncFrame } from './sync-frames.ts';

const rooms = new Map<string, Set<WebSocket>>();
const server = new WebSocketServer({ port: Number(process.env['PORT']), host: '127.0.0.1' });

server.on('connection', (socket, request) => {
  const name = request.url ?? '';
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  socket.on('error', () => {});
  socket.on('close', () => room.delete(socket));
  socket.on('message', (frame: Buffer) => {
    // The second byte of a sync frame is its step. Whoever asks is in step with an empty document.
    if (frame[1] === step1) return socket.send(syncFrame(step2, new Uint8Array([0, 0])));
    for (const member of room) member.send(frame);
  });
  socket.send(syncFrame(step1, NOTHING));
});
server.on('listening', () => console.log('ready'));
