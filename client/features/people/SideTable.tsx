/** The people of one side, as a table; former ones below, because what they wrote is still here. */
import type { MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import type { Side } from '../../../shared/sides.ts';
import { NOUNS } from '../../ui/nouns.ts';
import { shortFirm } from '../../ui/shortFirm.ts';
import { SideGlyph } from '../../ui/SideGlyph.tsx';
import { texts, useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { PersonRow } from './PersonRow.tsx';
import styles from './people.module.css';

const TEXTS = texts('people.side', {
  en: { name: 'Name', role: 'Role', approves: 'Approves', joined: 'Since', deeds: 'What can be done', nobody: 'Nobody sits here yet.', former: 'Formerly here: {{names}}.' },
  it: { name: 'Nome', role: 'Ruolo', approves: 'Approva', joined: 'Dal', deeds: 'Che cosa si può fare', nobody: 'Qui non siede ancora nessuno.', former: 'Prima sedevano qui: {{names}}.' },
});

export function SideTable({ side, project, members }: { side: Side; project: ProjectView; members: readonly MemberView[] }) {
  const say = useText(TEXTS);
  const noun = useText(NOUNS);
  const format = useFormat();
  const present = members.filter(member => !member.removed);
  const former = members.filter(member => member.removed);
  const heading = `side-${side}`;
  return (
    <section className={styles.side} aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading}>
        <SideGlyph side={side} size={14} />
        {noun(`side.${side}`)}{' '}
        <span className={styles.firm}>{shortFirm(side === 'client' ? project.clientName : project.sellerName)}</span>
      </h2>
      {present.length === 0 ? <p className={styles.nobody}>{say('nobody')}</p> : (
        <table className={styles.table} aria-labelledby={heading}>
          <thead>
            <tr>
              <th scope="col">{say('name')}</th>
              <th scope="col">{say('role')}</th>
              {side === 'client' ? <th scope="col">{say('approves')}</th> : <td />}
              <th scope="col">{say('joined')}</th>
              <th scope="col"><span className="ins-hidden">{say('deeds')}</span></th>
            </tr>
          </thead>
          <tbody>{present.map(member => <PersonRow key={member.id} member={member} project={project} />)}</tbody>
        </table>
      )}
      {former.length > 0 && <p className={styles.former}>{say('former', { names: format.list(former.map(member => member.name)) })}</p>}
    </section>
  );
}
