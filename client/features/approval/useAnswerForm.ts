/** One's own answer while it is given: the sentence, the name, the reason, what is missing, and the sending of it. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { unansweredSentence } from '../../../shared/doubts.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { isSameName, type RoundView, statementOf, type VersionView } from '../../../shared/versions.ts';
import { useDoubts } from '../../api/doubts.ts';
import { useMe } from '../../api/me.ts';
import { useLanguage } from '../../ui/text.ts';
import { type Frozen, useAnswer } from './api.ts';

export type AnswerStep = 'approve' | 'changes' | 'decline';

interface Facts {
  project: ProjectView;
  version: VersionView;
  round: RoundView;
  frozen: Frozen;
}

export function useAnswerForm({ project, version, round, frozen }: Facts) {
  const language = useLanguage();
  const name = useMe()?.name ?? '';
  const [step, setStep] = useState<AnswerStep>('approve');
  const [typedName, setTypedName] = useState('');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const navigate = useNavigate();
  const answer = useAnswer(project.id, round.id, kept => {
    void navigate(`/projects/${project.id}/approval/receipts/${kept.id}`, { state: { fresh: true } });
  });
  // Of what was frozen, never of what the project is called by now.
  const { title, clientName } = frozen.content.project;
  // A doubt that nobody has answered stays in the sentence; the server adds the same words.
  const doubts = useDoubts(project.id);
  const statement = statementOf(language, name, version.number ?? 0, title, clientName, unansweredSentence(language, doubts.data ?? []));
  const approve = (): void => {
    if (!isSameName(typedName, name)) return setMissing(true);
    answer.mutate({ decision: 'approve', typedName: typedName.trim(), contentHash: frozen.hash, statement, language });
  };
  const sendReason = (decision: 'changes' | 'decline'): void => {
    if (reason.trim() === '') return setMissing(true);
    answer.mutate({ decision, reason: reason.trim(), contentHash: frozen.hash, language });
  };
  return {
    step, name, statement, typedName, reason, missing, approve, sendReason,
    busy: answer.isPending || doubts.isPending,
    error: answer.error ?? doubts.error,
    /** False when the page drew something else than the server keeps: then nothing may be answered. */
    same: frozen.hash === version.contentHash,
    go(next: AnswerStep) {
      setMissing(false);
      answer.reset();
      setStep(next);
    },
    typeName(text: string) {
      setMissing(false);
      setTypedName(text);
    },
    typeReason(text: string) {
      setMissing(false);
      setReason(text);
    },
  };
}

export type AnswerForm = ReturnType<typeof useAnswerForm>;
