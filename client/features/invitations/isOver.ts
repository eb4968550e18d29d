/** Whether an invitation is past use, so that only its host can help. */
import { isRefusal } from '../../api/queries.ts';

const OVER = ['invitation-expired', 'invitation-revoked', 'invitation-used', 'not-found'] as const;

export const isOver = (error: unknown): boolean => OVER.some(code => isRefusal(error, code));
