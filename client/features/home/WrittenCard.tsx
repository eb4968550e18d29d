/** Whose words lie on the canvas, by side: read from who really wrote each note, which nobody can claim for another. */
import type { MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { Side } from '../../../shared/sides.ts';
import type { LiveRoom } from '../../collab/types.ts';
import { shortFirm } from '../../ui/shortFirm.ts';
import { SideGlyph } from '../../ui/SideGlyph.tsx';
import { texts, useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import styles from './home.module.css';
import { useCanvasFacts } from './useCanvasFacts.ts';

const TEXTS = texts('home.written', {
  en: { title: 'Who has written so far', notes_one: '{{count}} note on the canvas', notes_other: '{{count}} notes on the canvas', team: '{{firm}}’s team' },
  it: { title: 'Chi ha scritto finora', notes_one: '{{count}} biglietto sulla tavola', notes_other: '{{count}} biglietti sulla tavola', team: 'la squadra di {{firm}}' },
});

interface Props {
  project: ProjectView;
  room: LiveRoom;
  members: readonly MemberView[];
}

export function WrittenCard({ project, room, members }: Props) {
  const say = useText(TEXTS);
  const format = useFormat();
  const facts = useCanvasFacts(room, members);
  const total = [...(facts?.bySide.values() ?? [])].reduce((sum, count) => sum + count, 0);
  if (!facts || total === 0) return null;
  const parts = Side.options.flatMap(side => {
    const count = facts.bySide.get(side) ?? 0;
    return count > 0 ? [{ side, share: count / total }] : [];
  });
  const name = (side: Side): string => (side === 'client' ? shortFirm(project.clientName) : side === 'seller' ? shortFirm(project.sellerName) : say('team', { firm: shortFirm(project.sellerName) }));
  return (
    <section className={`ins-frame ${styles.card} ${styles.third}`} aria-labelledby="home-written">
      <div className={styles.head}>
        <h2 className={styles.heading} id="home-written">{say('title')}</h2>
        <span className={styles.quiet}>{say('notes', { count: total })}</span>
      </div>
      <div className={styles.bar} aria-hidden>
        {parts.map(({ side, share }) => <span key={side} className={styles[side]} style={{ flexGrow: share }} />)}
      </div>
      <ul className={styles.legend}>
        {parts.map(({ side, share }) => <li key={side}><SideGlyph side={side} />{name(side)} {format.share(share)}</li>)}
      </ul>
    </section>
  );
}
