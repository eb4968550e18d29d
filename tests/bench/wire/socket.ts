/**
 * A WebSocket client with next to nothing in it, so that measuring costs little: one read buffer for all sockets, and
 * what arrives is handed on as a view that holds only until `onMessage` returns. Speaks to servers that do not split
 * messages, which `ws` does not. Knows nothing of what a message says.
 */
import { connect, type Socket } from 'node:net';

export interface SocketOptions {
  port: number;
  path: string;
  headers: Readonly<Record<string, string>>;
  onOpen: () => void;
  onMessage: (message: Buffer) => void;
  onEnd: (why: string) => void;
  /** The first bytes of a message that has not come whole yet; for whoever times the first byte. */
  onPart?: () => void;
}

const READ_BYTES = 256 * 1024;
const shared = Buffer.allocUnsafe(READ_BYTES);
const MASK = [0x37, 0xfa, 0x21, 0x3d] as const;
const OP = { binary: 2, close: 8, ping: 9, pong: 10 } as const;
const NOTHING = Buffer.alloc(0);

interface Head {
  opcode: number;
  size: number;
  length: number;
}

export class FastSocket {
  readonly #socket: Socket;
  /** Begun but not whole: either bytes of a head, or a message of known length. */
  #rest: Buffer = NOTHING;
  #big: { into: Buffer; filled: number } | undefined;
  #isOpen = false;
  #ended = false;

  constructor(readonly options: SocketOptions) {
    const onread = { buffer: shared, callback: (count: number, buffer: Uint8Array) => this.#read(buffer as Buffer, count) };
    this.#socket = connect({ host: '127.0.0.1', port: options.port, noDelay: true, onread });
    this.#socket.on('connect', () => this.#socket.write(upgradeRequest(options)));
    this.#socket.on('error', error => this.#end(error.message));
    this.#socket.on('close', () => this.#end('the connection closed'));
  }

  send(message: Uint8Array): void {
    this.#socket.write(masked(OP.binary, message));
  }

  /** Several messages in one write: what a person typed since the last look at the clock. */
  sendAll(messages: readonly Uint8Array[]): void {
    this.#socket.write(messages.length === 1 ? masked(OP.binary, messages[0]!) : Buffer.concat(messages.map(each => masked(OP.binary, each))));
  }

  destroy(): void {
    this.#ended = true;
    this.#socket.destroy();
  }

  #end(why: string): void {
    if (this.#ended) return;
    this.#ended = true;
    this.options.onEnd(why);
  }

  #read(buffer: Buffer, count: number): boolean {
    const chunk = buffer.subarray(0, count);
    if (this.#isOpen) this.#frames(chunk);
    else this.#answer(chunk);
    return true;
  }

  #answer(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const end = this.#rest.indexOf('\r\n\r\n');
    if (end < 0) return;
    const line = this.#rest.subarray(0, this.#rest.indexOf('\r\n')).toString();
    if (!line.includes(' 101 ')) return this.#end(line);
    const behind = this.#rest.subarray(end + 4);
    this.#rest = NOTHING;
    this.#isOpen = true;
    this.options.onOpen();
    if (behind.length > 0) this.#frames(behind);
  }

  #frames(chunk: Buffer): void {
    let at = this.#big ? this.#fill(chunk) : 0;
    let all = chunk;
    if (this.#rest.length > 0) {
      all = Buffer.concat([this.#rest, chunk.subarray(at)]);
      this.#rest = NOTHING;
      at = 0;
    }
    while (at < all.length) {
      const head = headAt(all, at);
      if (!head) return void (this.#rest = Buffer.from(all.subarray(at)));
      const body = at + head.size;
      if (body + head.length > all.length) return this.#begin(all.subarray(body), head);
      this.#take(head.opcode, all.subarray(body, body + head.length));
      at = body + head.length;
    }
  }

  /** Data only: what a server says of the line itself is short and comes whole, or as a rest. */
  #begin(known: Buffer, { length }: Head): void {
    const into = Buffer.allocUnsafe(length);
    known.copy(into);
    this.#big = { into, filled: known.length };
    this.options.onPart?.();
  }

  #fill(chunk: Buffer): number {
    const big = this.#big!;
    const copied = chunk.copy(big.into, big.filled);
    big.filled += copied;
    if (big.filled < big.into.length) return copied;
    this.#big = undefined;
    this.options.onMessage(big.into);
    return copied;
  }

  #take(opcode: number, body: Buffer): void {
    if (opcode === OP.binary) this.options.onMessage(body);
    else if (opcode === OP.ping) this.#socket.write(masked(OP.pong, body));
    else if (opcode === OP.close) this.#end(`closed with ${body.length >= 2 ? body.readUInt16BE(0) : 'no code'} ${body.subarray(2).toString()}`);
  }
}

function upgradeRequest({ port, path, headers }: SocketOptions): string {
  const all = {
    Host: `127.0.0.1:${port}`, Origin: `http://127.0.0.1:${port}`, Upgrade: 'websocket', Connection: 'Upgrade', 'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==', ...headers,
  };
  return `GET ${path} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

/** Undefined while the head itself is not whole. */
function headAt(bytes: Buffer, at: number): Head | undefined {
  if (at + 2 > bytes.length) return undefined;
  const opcode = bytes[at]! & 0x0f;
  const short = bytes[at + 1]! & 0x7f;
  if (short < 126) return { opcode, size: 2, length: short };
  if (short === 126) return at + 4 > bytes.length ? undefined : { opcode, size: 4, length: bytes.readUInt16BE(at + 2) };
  return at + 10 > bytes.length ? undefined : { opcode, size: 10, length: Number(bytes.readBigUInt64BE(at + 2)) };
}

function masked(opcode: number, body: Uint8Array): Buffer {
  const head = body.length < 126 ? 2 : body.length < 65_536 ? 4 : 10;
  const out = Buffer.allocUnsafe(head + 4 + body.length);
  out[0] = 0x80 | opcode;
  out[1] = 0x80 | (head === 2 ? body.length : head === 4 ? 126 : 127);
  if (head === 4) out.writeUInt16BE(body.length, 2);
  if (head === 10) out.writeBigUInt64BE(BigInt(body.length), 2);
  for (let at = 0; at < 4; at++) out[head + at] = MASK[at]!;
  for (let at = 0; at < body.length; at++) out[head + 4 + at] = body[at]! ^ MASK[at & 3]!;
  return out;
}
