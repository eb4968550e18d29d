/** The least of a browser: asks one server, sends its own origin, keeps its cookies. */

export interface Answer {
  status: number;
  /** Parsed when it is JSON, text otherwise. */
  body: unknown;
  headers: Headers;
}

export class Browser {
  readonly #cookies = new Map<string, string>();

  /** `origin`: what its page was opened from, unless a request says otherwise. */
  constructor(
    readonly url: string,
    readonly origin: string,
  ) {}

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** `set`: a Cookie or Set-Cookie header's first part, `name=value`. */
  withCookie(set: string): this {
    const [pair = ''] = set.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
    return this;
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        origin: this.origin,
        ...(this.#cookies.size > 0 ? { cookie: this.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.withCookie(cookie);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, body: isJson && text !== '' ? JSON.parse(text) : text, headers: response.headers };
  }
}
