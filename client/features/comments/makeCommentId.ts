/** Makes the id of a new comment: 128 random bits, base64url. `getRandomValues` exists on plain http too. */
import { CommentId } from '../../../shared/ids.ts';

export function makeCommentId(): CommentId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const text = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return CommentId.parse(`cmt_${text}`);
}
