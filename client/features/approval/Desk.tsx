/** The desk of a project's versions: what is with the client now, what was frozen, and (for the seller) freezing. */
import { allows } from '../../../shared/access.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { Page, PageTitle } from '../../ui/Page.tsx';
import { shortFirm } from '../../ui/shortFirm.ts';
import { useText } from '../../ui/text.ts';
import type { DeskProps } from './ApprovalPages.tsx';
import { FreezeForm } from './FreezeForm.tsx';
import { OpenRoundCard } from './OpenRoundCard.tsx';
import { openRound } from './standing.ts';
import { useNames } from './useNames.ts';
import { VersionList } from './VersionList.tsx';
import { WORDS } from './words.ts';

export function Desk({ project, members, desk, banner }: DeskProps) {
  const say = useText(WORDS);
  const names = useNames(members);
  const round = openRound(desk);
  const mayFreeze = allows(project.me, 'version.freeze');
  return (
    <Page width="reading">
      <PageTitle under={say('deskUnder', { client: shortFirm(project.clientName) })} within={project.title}>{say('title')}</PageTitle>
      {banner}
      {round && <OpenRoundCard project={project} desk={desk} round={round} names={names} />}
      {desk.versions.length === 0 && <Empty project={project} />}
      {mayFreeze && <FreezeForm project={project} names={names} />}
      {desk.versions.length > 0 && <VersionList project={project} members={members} desk={desk} names={names} />}
    </Page>
  );
}

function Empty({ project }: { project: ProjectView }) {
  const say = useText(WORDS);
  const firms = { client: shortFirm(project.clientName), seller: shortFirm(project.sellerName) };
  const words = project.me.side === 'client' ? 'emptyClient' : allows(project.me, 'version.freeze') ? 'emptySeller' : 'emptyTeam';
  return <EmptyPlace example={say('emptyExample')}>{say(words, firms)}</EmptyPlace>;
}
