/** What a reader can do with a doubt: word it anew, answer it, draw an alternative, say what came of it. One form at a time. */
import { Button } from '@mantine/core';
import { GitBranch } from 'lucide-react';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Doubt } from '../../../shared/doubts.ts';
import type { MemberView } from '../../../shared/members.ts';
import { useDoubtDeeds } from '../../api/doubts.ts';
import { Refused } from '../../ui/Refused.tsx';
import { useText } from '../../ui/text.ts';
import { toast } from '../../ui/undoToast.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import type { DoubtsProps } from './DoubtsPanel.tsx';
import styles from './doubts.module.css';
import { OutcomeForm } from './OutcomeForm.tsx';
import { RewordForm } from './RewordForm.tsx';
import { mayDo } from './standing.ts';
import { WORDS } from './words.ts';

type Props = DoubtsProps & { doubt: Doubt; author: MemberView | undefined; firms: { own: string; other: string } };

/** Once what takes the form's place has been drawn. */
function focusSoon(box: RefObject<HTMLElement | null>, otherwise: HTMLElement): void {
  requestAnimationFrame(() => { (box.current?.querySelector('button') ?? otherwise).focus(); });
}

/** These deeds go, since the doubt is closed and lies elsewhere: its panel takes the focus they had. */
function leaveFocus(box: RefObject<HTMLElement | null>): void {
  const panel = box.current?.closest('section');
  if (panel && box.current?.contains(document.activeElement)) requestAnimationFrame(() => { panel.focus(); });
}

export function DoubtDeeds({ doubt, project, author, firms, draw }: Props) {
  const say = useText(WORDS);
  const [form, setForm] = useState<'reword' | 'answer' | 'outcome'>();
  const { link } = useDoubtDeeds(project.id);
  const may = mayDo(project.me, doubt, author);
  const box = useRef<HTMLDivElement>(null);
  const done = (): void => { setForm(undefined); };
  // A form takes the focus with it when it goes: it stays with this doubt, or with its panel when the doubt is closed.
  useLayoutEffect(() => {
    const panel = form && box.current?.closest('section');
    if (!panel) return undefined;
    return () => { focusSoon(box, panel); };
  }, [form]);
  useLayoutEffect(() => () => { leaveFocus(box); }, []);
  const drawIt = (): void => {
    const drawn = draw?.(doubt.id);
    if (!drawn) return;
    link.mutate({ id: doubt.id, scenarioId: drawn.id });
    toast(say('drawn', { code: drawn.code }));
  };
  if (form) {
    return (
      <div ref={box}>
        {form === 'reword' && <RewordForm project={project} doubt={doubt} firm={firms.own} onDone={done} />}
        {form === 'answer' && <AnswerForm project={project} doubt={doubt} author={author} firm={firms.other} onDone={done} />}
        {form === 'outcome' && <OutcomeForm project={project} doubt={doubt} choices={may.outcomes} onDone={done} />}
      </div>
    );
  }
  if (!may.answer && may.outcomes.length === 0 && !may.draw) return null;
  return (
    <>
      {link.error && <div className={styles.linkFailed}><p>{say('linkFailed')}</p><Refused error={link.error} again={() => { link.mutate(link.variables); }} /></div>}
      <div ref={box} className={styles.deeds}>
        {may.answer && <Button size="xs" variant={doubt.answer ? 'default' : 'filled'} onClick={() => { setForm('answer'); }}>{say(doubt.answer ? 'answerAgain' : 'answer')}</Button>}
        {may.draw && draw && <Button size="xs" variant="default" leftSection={<GitBranch size={15} strokeWidth={1.75} aria-hidden />} onClick={drawIt}>{say('draw')}</Button>}
        {may.reword && <Button size="xs" variant="default" onClick={() => { setForm('reword'); }}>{say('reword')}</Button>}
        {may.outcomes.length > 0 && <Button size="xs" variant="default" onClick={() => { setForm('outcome'); }}>{say('outcome')}</Button>}
      </div>
    </>
  );
}
