/** Coming in and going out; the first set-up; the seats of the demo; letters kept on this machine. */
import { queryOptions } from '@tanstack/react-query';
import { type AskForLink, DemoTable, Outbox, type SetUp, SetupState, type SignIn, type Sit } from '../../shared/signIn.ts';
import { ask, tell } from './call.ts';
import { askOrRecall } from './recall.ts';

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => askOrRecall('/api/setup', SetupState, { signal }),
});

export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => ask('GET', '/api/demo', DemoTable, { signal }),
});

export const outboxQuery = queryOptions({
  queryKey: ['outbox'],
  queryFn: ({ signal }) => ask('GET', '/api/outbox', Outbox, { signal }),
});

export const signIn = (who: SignIn): Promise<void> => tell('POST', '/api/auth/sign-in/email', { body: who });
export const askForLink = (who: AskForLink): Promise<void> => tell('POST', '/api/auth/sign-in/link', { body: who });
export const signInByLink = (token: string): Promise<void> => tell('POST', '/api/auth/link', { body: { token } });
export const sit = (who: Sit): Promise<void> => tell('POST', '/api/demo/sit', { body: who });
export const setUp = (wanted: SetUp): Promise<void> => tell('POST', '/api/setup', { body: wanted });
export const signOut = (): Promise<void> => tell('POST', '/api/auth/sign-out');
