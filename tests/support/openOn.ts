/** A browser on another name of this machine: `openOn(port, 'marta.localhost')`. Node's fetch does not resolve such names; the Host header does. */
import { type IncomingMessage, request } from 'node:http';
import { type Answer, Browser } from './browse.ts';

export function openOn(port: number, name: string): Browser {
  return new NamedBrowser(port, name);
}

class NamedBrowser extends Browser {
  constructor(
    private readonly port: number,
    private readonly name: string,
  ) {
    super(`http://127.0.0.1:${port}`, `http://${name}:${port}`);
  }

  override ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const sent = {
      host: `${this.name}:${this.port}`, origin: this.origin, 'content-type': 'application/json',
      ...(this.cookie === '' ? {} : { cookie: this.cookie }), ...headers,
    };
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port: this.port, method, path, headers: sent, agent: false }, response => {
        this.#read(response).then(resolve, reject);
      }).on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  async #read(response: IncomingMessage): Promise<Answer> {
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    for (const cookie of response.headers['set-cookie'] ?? []) this.withCookie(cookie);
    const text = Buffer.concat(chunks).toString();
    const headers = new Headers(Object.entries(response.headers).flatMap(([key, value]) => [value ?? ''].flat().map((each): [string, string] => [key, each])));
    const isJson = headers.get('content-type')?.includes('json') ?? false;
    return { status: response.statusCode ?? 0, body: isJson && text !== '' ? JSON.parse(text) : text, headers };
  }
}
