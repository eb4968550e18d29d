/** What both sides are doing together, in one sentence, and how far they are. Whoever leads moves the stage. */
import { allows } from '../../../shared/access.ts';
import { type ProjectView, Stage } from '../../../shared/projects.ts';
import { useChangeProject } from '../../api/projects.ts';
import { NOUNS } from '../../ui/nouns.ts';
import { Refused } from '../../ui/Refused.tsx';
import { shortFirm } from '../../ui/shortFirm.ts';
import { SideGlyph } from '../../ui/SideGlyph.tsx';
import { StationLine } from '../../ui/StationLine.tsx';
import { texts, useText } from '../../ui/text.ts';
import { undoToast } from '../../ui/undoToast.tsx';
import styles from './home.module.css';

const TEXTS = texts('home.together', {
  en: {
    what: 'What we are doing together', stages: 'How far we are', go: 'Move the project to “{{stage}}”', moved: 'The project stands at “{{stage}}” now.',
    listen: 'We listen: what is feared, what is hoped for, what is so.', draw: 'We draw the solution, each with their own hands.', count: 'We count what it is worth to both.',
    write: 'We write down what we agree on.', approve: 'We have put it in writing, and ask for a yes.', keep: 'We keep what we promised, and look at it together.',
  },
  it: {
    what: 'Che cosa stiamo facendo insieme', stages: 'A che punto siamo', go: 'Porta il progetto a «{{stage}}»', moved: 'Ora il progetto è a «{{stage}}».',
    listen: 'Ascoltiamo: che cosa si teme, che cosa si spera, come stanno le cose.', draw: 'Disegniamo la soluzione, ognuno di propria mano.', count: 'Contiamo quanto vale per entrambi.',
    write: 'Mettiamo per iscritto ciò su cui siamo d’accordo.', approve: 'È scritto, e ora chiediamo un sì.', keep: 'Manteniamo ciò che abbiamo promesso, e lo guardiamo insieme.',
  },
});

export function TogetherCard({ project }: { project: ProjectView }) {
  const say = useText(TEXTS);
  return (
    <section className={`ins-frame ${styles.card}`} aria-labelledby="home-together">
      <p className={styles.over}>
        <SideGlyph side="client" /> {shortFirm(project.clientName)} <SideGlyph side="seller" /> {shortFirm(project.sellerName)}
      </p>
      <h2 className="ins-hidden" id="home-together">{say('what')}</h2>
      <p className={styles.hero}>{project.title}</p>
      <p className={styles.sentence}>{say(project.stage)}</p>
      <StagesOf project={project} />
    </section>
  );
}

/** How far the project is; also at the foot of the joint value, once there is one. */
export function StagesOf({ project }: { project: ProjectView }) {
  const say = useText(TEXTS);
  const noun = useText(NOUNS);
  const change = useChangeProject(project.id);
  const stations = Stage.options.map(stage => ({ id: stage, label: noun(`stage.${stage}`) }));
  const go = (to: Stage, from: Stage = project.stage): void => {
    change.mutate({ stage: to }, { onSuccess: () => { undoToast(say('moved', { stage: noun(`stage.${to}`) }), () => { change.mutate({ stage: from }); }); } });
  };
  const onGo = allows(project.me, 'project.manage') ? (index: number) => { go(Stage.options[index] ?? project.stage); } : undefined;
  return (
    <>
      <div className={styles.stages}>
        <StationLine stations={stations} at={Stage.options.indexOf(project.stage)} label={say('stages')} onGo={onGo} goLabel={stage => say('go', { stage })} />
      </div>
      <Refused error={change.error} />
    </>
  );
}
