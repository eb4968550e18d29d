/**
 * The environment, read once: `loadConfig(env, argv)` answers one checked object or throws a sentence.
 *
 * Two modes, told by PUBLIC_URL alone (never by NODE_ENV). *Local*, when it is unset: this machine, no secrets to
 * set, letters go to a page. *Public*, when it is set: an https address, real letters, secrets required.
 */
import * as z from 'zod';
import { Language } from '../shared/sides.ts';

interface Common {
  /** The embedded store, files and keys lie here. */
  readonly dataDir: string;
  /** `chosen`: PORT was set, so a taken port is an error; otherwise the next free one is taken. */
  readonly port: number;
  readonly portChosen: boolean;
  /** Undefined listens on this machine alone (127.0.0.1 and ::1). */
  readonly host: string | undefined;
  readonly mongoUri: string | undefined;
  /** Who our letters are from. */
  readonly mailFrom: string;
  /** Whose `X-Forwarded-For` is believed: a number of hops or a list of addresses; undefined believes nobody. */
  readonly trustProxy: number | readonly string[] | undefined;
  /** Opens /metrics to whoever brings it; undefined leaves it to this machine alone, in local mode. */
  readonly metricsToken: string | undefined;
  readonly logLevel: LogLevel;
  /** In which the examples are written: `--lang`, else what this machine speaks. */
  readonly language: Language;
}
export interface LocalConfig extends Common {
  readonly mode: 'local';
  readonly demo: boolean;
  readonly publicUrl: undefined;
  readonly smtpUrl: string | undefined;
  readonly secret: undefined; // made once and kept in DATA_DIR/keys
}
export interface PublicConfig extends Common {
  readonly mode: 'public';
  readonly demo: false;
  /** The one origin, without a slash at its end: `https://insieme.example`. */
  readonly publicUrl: string;
  readonly smtpUrl: string;
  readonly secret: string;
}
export type Config = LocalConfig | PublicConfig;

const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']);
type LogLevel = z.infer<typeof LogLevel>;

/** A wrong setting: its message is for the person who starts the server. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Port 0 asks the system for any free one. */
const Port = z.coerce.number().int().min(0).max(65_535);
const Hops = z.coerce.number().int().min(1).max(10);
const SECRET_LENGTH = 32;

export function loadConfig(env: Readonly<Record<string, string | undefined>>, argv: readonly string[]): Config {
  const { demo, lang } = readFlags(argv);
  // An empty variable (`PORT=`) means the same as none.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const common: Common = {
    dataDir: set['DATA_DIR'] ?? (demo ? './data/demo' : './data'),
    port: read('PORT', Port, set['PORT'], 'a port number between 0 and 65535') ?? 3000,
    portChosen: set['PORT'] !== undefined,
    host: set['HOST'],
    mongoUri: mongoUri(set['MONGODB_URI']),
    mailFrom: mailFrom(set['MAIL_FROM'], set['PUBLIC_URL']),
    trustProxy: trustProxy(set['TRUST_PROXY']),
    metricsToken: metricsToken(set['METRICS_TOKEN']),
    logLevel: read('LOG_LEVEL', LogLevel, set['LOG_LEVEL'], LogLevel.options.join(', ')) ?? 'info',
    language: lang ?? (speaksItalian(set) ? 'it' : 'en'),
  };
  return set['PUBLIC_URL'] === undefined ? local(common, set, demo) : publicMode(common, set, set['PUBLIC_URL'], demo);
}

function local(common: Common, set: Readonly<Record<string, string | undefined>>, demo: boolean): LocalConfig {
  if (demo && common.mongoUri !== undefined) {
    throw new ConfigError('The demo keeps its examples in a folder of its own. Start it without MONGODB_URI.');
  }
  return { ...common, mode: 'local', demo, publicUrl: undefined, smtpUrl: smtpUrl(set['SMTP_URL']), secret: undefined };
}

function publicMode(common: Common, set: Readonly<Record<string, string | undefined>>, address: string, demo: boolean): PublicConfig {
  if (demo) throw new ConfigError('The demo lets anybody sit down as anybody, so it runs on this machine only. Unset PUBLIC_URL or leave out --demo.');
  const smtp = smtpUrl(set['SMTP_URL']);
  if (smtp === undefined) throw new ConfigError('With PUBLIC_URL, sign-in links are sent by mail: set SMTP_URL, for example smtps://name:password@mail.example:465.');
  const secret = set['SECRET'];
  if (secret === undefined || secret.length < SECRET_LENGTH) {
    throw new ConfigError(`With PUBLIC_URL, SECRET must hold at least ${SECRET_LENGTH} random characters. \`openssl rand -base64 48\` makes one.`);
  }
  return { ...common, mode: 'public', demo: false, publicUrl: publicOrigin(address), smtpUrl: smtp, secret };
}

function publicOrigin(address: string): string {
  const url = parseUrl(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new ConfigError('PUBLIC_URL must be the https address people open, without a path, for example https://insieme.example.');
  }
  return url.origin;
}

function smtpUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = parseUrl(text);
  if (url === undefined || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new ConfigError('SMTP_URL must look like smtp://mail.example:587 or smtps://name:password@mail.example:465.');
  }
  return text;
}

function mailFrom(text: string | undefined, publicUrl: string | undefined): string {
  if (text === undefined) return `Insieme <insieme@${parseUrl(publicUrl ?? '')?.hostname ?? 'localhost'}>`;
  if (/^[^\r\n]*@[^\s@<>]+>?$/.test(text)) return text;
  throw new ConfigError('MAIL_FROM must be an address, for example Insieme <insieme@mail.example>.');
}

function mongoUri(text: string | undefined): string | undefined {
  if (text === undefined || /^mongodb(\+srv)?:\/\/[^/\s]+/.test(text)) return text;
  throw new ConfigError('MONGODB_URI must look like mongodb://host:27017/insieme?replicaSet=rs0.');
}

function metricsToken(text: string | undefined): string | undefined {
  if (text === undefined || /^[\x21-\x7e]{16,}$/.test(text)) return text;
  throw new ConfigError('METRICS_TOKEN must hold at least 16 characters without spaces. `openssl rand -hex 24` makes one.');
}

/** `true` is not offered: believing every sender's own header would let anybody choose their address. */
function trustProxy(text: string | undefined): Common['trustProxy'] {
  if (text === undefined) return undefined;
  const hops = Hops.safeParse(text);
  if (hops.success) return hops.data;
  const addresses = text.split(',').map(part => part.trim());
  if (addresses.every(part => /^([0-9a-f.:]+(\/\d{1,3})?|loopback|linklocal|uniquelocal)$/i.test(part) && !/^\d+$/.test(part))) return addresses;
  throw new ConfigError('TRUST_PROXY must be the number of proxies in front (1 to 10) or their addresses, for example 10.0.0.1, 10.0.0.0/8 or loopback.');
}

function read<T>(name: string, schema: z.ZodType<T>, text: string | undefined, expected: string): T | undefined {
  if (text === undefined) return undefined;
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw new ConfigError(`${name} must be ${expected}; it is “${text}”.`);
  return parsed.data;
}

interface Flags {
  demo: boolean;
  lang: Language | undefined;
}

/** `--demo`, and with it `--lang it` or `--lang=it`. */
function readFlags(argv: readonly string[]): Flags {
  const flags: Flags = { demo: false, lang: undefined };
  const words = argv.flatMap(word => (word.startsWith('--lang=') ? ['--lang', word.slice('--lang='.length)] : [word]));
  for (let nth = 0; nth < words.length; nth += 1) {
    if (words[nth] === '--demo') flags.demo = true;
    else if (words[nth] === '--lang') flags.lang = read('--lang', Language, words[(nth += 1)] ?? '', Language.options.join(' or '));
    else throw new ConfigError(`“${words[nth] ?? ''}” is not an option. There are two: --demo, and --lang for the language of its examples.`);
  }
  return flags;
}

/** In the order in which a POSIX system itself looks. */
function speaksItalian(set: Readonly<Record<string, string | undefined>>): boolean {
  return /^it\b|^it_/i.test(set['LC_ALL'] ?? set['LC_MESSAGES'] ?? set['LANG'] ?? '');
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
