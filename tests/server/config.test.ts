/** The environment becomes one checked object, or a sentence that the person who starts the server can act on. */
import { describe, expect, test } from 'vitest';
import { ConfigError, loadConfig } from '../../server/config.ts';

const PUBLIC = { PUBLIC_URL: 'https://insieme.example', SMTP_URL: 'smtps://name:word@mail.example:465', SECRET: 'x'.repeat(48) };

describe('without PUBLIC_URL', () => {
  test('needs nothing set', () => {
    expect(loadConfig({}, [])).toMatchObject({ mode: 'local', demo: false, dataDir: './data', port: 3000, portChosen: false, host: undefined });
  });

  test('keeps the demo in a folder of its own', () => {
    expect(loadConfig({}, ['--demo'])).toMatchObject({ demo: true, dataDir: './data/demo' });
  });

  test.each<[string, Record<string, string>, string[], 'en' | 'it']>([
    ['nothing said', {}, ['--demo'], 'en'],
    ['an Italian machine', { LANG: 'it_IT.UTF-8' }, ['--demo'], 'it'],
    ['a machine set otherwise in the end', { LANG: 'it_IT.UTF-8', LC_ALL: 'en_GB.UTF-8' }, ['--demo'], 'en'],
    ['what only begins alike', { LANG: 'iteration' }, ['--demo'], 'en'],
    ['a wish', { LANG: 'en_GB.UTF-8' }, ['--demo', '--lang', 'it'], 'it'],
    ['a wish in one word', { LANG: 'it_IT' }, ['--lang=en', '--demo'], 'en'],
  ])('writes the examples as after %s', (_what, env, argv, language) => {
    expect(loadConfig(env, argv)).toMatchObject({ demo: true, language });
  });

  test('takes an empty variable for none', () => {
    expect(loadConfig({ PORT: '', PUBLIC_URL: ' ', MONGODB_URI: '' }, [])).toMatchObject({ mode: 'local', port: 3000, mongoUri: undefined });
  });

  test('never asks NODE_ENV which mode it is', () => {
    expect(loadConfig({ NODE_ENV: 'production' }, [])).toMatchObject({ mode: 'local' });
    expect(loadConfig({ ...PUBLIC, NODE_ENV: 'development' }, [])).toMatchObject({ mode: 'public' });
  });

  test('remembers that a port was asked for', () => {
    expect(loadConfig({ PORT: '0' }, [])).toMatchObject({ port: 0, portChosen: true });
  });
});

describe('with PUBLIC_URL', () => {
  test('knows its one origin, without a slash', () => {
    expect(loadConfig({ ...PUBLIC, PUBLIC_URL: 'https://Insieme.Example:8443/' }, [])).toMatchObject({ publicUrl: 'https://insieme.example:8443' });
  });

  test('sends letters in its own name', () => {
    expect(loadConfig(PUBLIC, [])).toMatchObject({ mailFrom: 'Insieme <insieme@insieme.example>' });
  });
});

test.each([
  ['2', 2],
  ['10.0.0.1, 192.168.0.0/16', ['10.0.0.1', '192.168.0.0/16']],
  ['loopback', ['loopback']],
])('believes the proxies of TRUST_PROXY=%s', (text, trusted) => {
  expect(loadConfig({ TRUST_PROXY: text }, []).trustProxy).toEqual(trusted);
});

test.each<[string, Record<string, string>, string[], RegExp]>([
  ['a port in words', { PORT: 'three' }, [], /^PORT must be a port number/],
  ['a port out of range', { PORT: '70000' }, [], /^PORT must be a port number/],
  ['an unknown log level', { LOG_LEVEL: 'loud' }, [], /^LOG_LEVEL must be/],
  ['a short token for the figures', { METRICS_TOKEN: 'short' }, [], /^METRICS_TOKEN must hold/],
  ['a public address without https', { ...PUBLIC, PUBLIC_URL: 'http://insieme.example' }, [], /^PUBLIC_URL must be the https address/],
  ['a public address with a path', { ...PUBLIC, PUBLIC_URL: 'https://insieme.example/app' }, [], /^PUBLIC_URL must be/],
  ['a public address with a name in it', { ...PUBLIC, PUBLIC_URL: 'https://me@insieme.example' }, [], /^PUBLIC_URL must be/],
  ['a public address that is none', { ...PUBLIC, PUBLIC_URL: 'insieme.example' }, [], /^PUBLIC_URL must be/],
  ['a public server without mail', { PUBLIC_URL: PUBLIC.PUBLIC_URL, SECRET: PUBLIC.SECRET }, [], /set SMTP_URL/],
  ['a public server without a secret', { PUBLIC_URL: PUBLIC.PUBLIC_URL, SMTP_URL: PUBLIC.SMTP_URL }, [], /SECRET must hold at least 32/],
  ['a short secret', { ...PUBLIC, SECRET: 'hunter2' }, [], /SECRET must hold at least 32/],
  ['a demo for everybody', PUBLIC, ['--demo'], /^The demo lets anybody sit down as anybody/],
  ['examples in a language nobody wrote them in', {}, ['--demo', '--lang', 'de'], /^--lang must be en or it/],
  ['a language left open', {}, ['--demo', '--lang'], /^--lang must be en or it/],
  ['a demo in the real database', { MONGODB_URI: 'mongodb://127.0.0.1/x' }, ['--demo'], /^The demo keeps its examples in a folder of its own/],
  ['a mail server of another kind', { SMTP_URL: 'https://mail.example' }, [], /^SMTP_URL must look like/],
  ['a database of another kind', { MONGODB_URI: 'postgres://db' }, [], /^MONGODB_URI must look like/],
  ['trust in everybody', { TRUST_PROXY: 'true' }, [], /^TRUST_PROXY must be/],
  ['trust in nobody', { TRUST_PROXY: '0' }, [], /^TRUST_PROXY must be/],
  ['a sender that breaks the line', { MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }, [], /^MAIL_FROM must be/],
  ['an option that does not exist', {}, ['--prod'], /“--prod” is not an option/],
])('stops the start with a sentence for %s', (_what, env, argv, sentence) => {
  expect(() => loadConfig(env, argv)).toThrow(ConfigError);
  expect(() => loadConfig(env, argv)).toThrow(sentence);
});

test('never repeats a secret in its sentence', () => {
  const sentences = [{ ...PUBLIC, SECRET: 'hunter2' }, { SMTP_URL: 'ftp://name:hunter2@mail' }, { MONGODB_URI: 'mongo://name:hunter2@db' }].map(sentenceOf);
  expect(sentences).toEqual([expect.stringContaining('SECRET'), expect.stringContaining('SMTP_URL'), expect.stringContaining('MONGODB_URI')]);
  expect(sentences.join()).not.toContain('hunter2');
});

function sentenceOf(env: Record<string, string>): string {
  try {
    loadConfig(env, []);
    return 'nothing was refused';
  } catch (error) {
    return String(error);
  }
}
