/** Whose doubt it is and who has to answer, by the short names of the two firms. */
import { sideOfDoubt } from '../../../shared/doubts.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import type { Side } from '../../../shared/sides.ts';
import { shortFirm } from '../../ui/shortFirm.ts';

export function firmsOf({ sellerName, clientName }: Pick<ProjectView, 'sellerName' | 'clientName'>, author: Side): { own: string; other: string } {
  const [seller, client] = [shortFirm(sellerName), shortFirm(clientName)];
  return sideOfDoubt(author) === 'client' ? { own: client, other: seller } : { own: seller, other: client };
}
