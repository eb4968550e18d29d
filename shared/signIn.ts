/** Signing in and out, the demo's seats, the first set-up: requests and answers, and the rules of a password. */
import * as z from 'zod';
import { PersonId, ProjectId } from './ids.ts';
import { Email, PersonName } from './people.ts';
import { BothLanguages, Language, Role, Side } from './sides.ts';
import { Workspace } from './workspaces.ts';

/** How a session began; approvals record it. */
export const SignedInWith = z.enum(['password', 'link', 'demo', 'invitation']);
export type SignedInWith = z.infer<typeof SignedInWith>;

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;
/** Any characters, spaces too; no rule but length. */
export const Password = z.string().min(PASSWORD_MIN).max(PASSWORD_MAX);
/** What a link carries: 43 characters of base64url. Longer or stranger things are not looked up. */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{20,64}$/);

/** POST /api/auth/sign-in/email : 204 with a cookie, or `wrong-sign-in`, the same for an unknown address. */
export const SignIn = z.object({ email: Email, password: z.string().min(1).max(PASSWORD_MAX) });
export type SignIn = z.infer<typeof SignIn>;
/** POST /api/auth/sign-in/link : always 204; a letter goes out when somebody has this address. */
export const AskForLink = z.object({ email: Email });
export type AskForLink = z.infer<typeof AskForLink>;
/** POST /api/auth/link : the page `/sign-in/link#<token>` sends this when its button is pressed; 204 with a cookie, or `link-used`. */
export const UseLink = z.object({ token: LinkToken });
export type UseLink = z.infer<typeof UseLink>;
/** PUT /api/me/password : the present one is asked when there is one. */
export const ChangePassword = z.object({ present: z.string().max(PASSWORD_MAX).default(''), next: Password });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** GET /api/demo : who can sit where. Only with --demo. */
export const DemoSeat = z.object({
  personId: PersonId,
  name: PersonName,
  side: Side,
  role: Role,
  approver: z.boolean(),
  /** What they do, in a few words; people who came later have none. */
  job: BothLanguages.optional(),
  /** The first name in lower-case ascii; the person's own host is `<host>.localhost`. */
  host: z.string(),
  /** `http://marta.localhost:3000/` */
  url: z.url(),
});
export type DemoSeat = z.infer<typeof DemoSeat>;
export const DemoTable = z.object({
  projects: z.array(
    z.object({ projectId: ProjectId, title: z.string(), sellerName: z.string(), clientName: z.string(), people: z.array(DemoSeat) }),
  ),
  /** Whose host the page was opened on: `http://marta.localhost:3000/` is Marta's. Null on any other host. */
  here: PersonId.nullable(),
});
export type DemoTable = z.infer<typeof DemoTable>;
/**
 * POST /api/demo/sit : on the person's own host alone; 204 with a cookie.
 * `language`: the browser's; the invented person speaks it until somebody chooses for them.
 */
export const Sit = z.object({ personId: PersonId, language: Language.optional() });
export type Sit = z.infer<typeof Sit>;

/** GET /api/setup : whether anybody is here yet. */
export const SetupState = z.object({
  state: z.enum(['empty', 'done']),
  /** True in local mode: the page may say how the three examples are started. */
  demoAllowed: z.boolean(),
  /** True when this server runs the examples. */
  demo: z.boolean(),
});
export type SetupState = z.infer<typeof SetupState>;
/** POST /api/setup : the token stands in the printed link, `/set-up#<token>`. 204 with a cookie. */
export const SetUp = z.object({
  token: LinkToken,
  workspace: Workspace.shape.name,
  name: PersonName,
  email: Email,
  password: Password,
  language: Language,
});
export type SetUp = z.infer<typeof SetUp>;

/** GET /api/outbox : letters of this server that were not sent, newest first. Local mode, this machine alone. */
export const OutboxLetter = z.object({ id: z.string(), to: z.string(), subject: z.string(), text: z.string(), at: z.int() });
export const Outbox = z.object({ letters: z.array(OutboxLetter) });
export type Outbox = z.infer<typeof Outbox>;
