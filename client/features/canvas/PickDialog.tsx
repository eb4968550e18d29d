/** "Move to which area?", "Connect to what?": the keyboard's way of doing what a pointer does by dragging. */
import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from './CanvasContext.tsx';

export interface Choice {
  id: string;
  /** What is searched and read aloud. */
  words: string;
  shown: ReactNode;
}

interface Props {
  question: string;
  choices: readonly Choice[];
  /** Said when there is nothing to choose from. */
  none: string;
  onPick: (id: string) => void;
  onClose: () => void;
}

/** Fewer choices than this are seen at a glance. */
const SEARCH_FROM = 9;

export function PickDialog({ question, choices, none, onPick, onClose }: Props) {
  const say = useWords();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const fitting = choices.filter(choice => choice.words.toLocaleLowerCase().includes(wanted));
  return (
    <Modal opened onClose={onClose} title={question} size="sm" closeButtonProps={{ 'aria-label': say('close') }} classNames={{ title: 'cv-question' }}>
      {choices.length >= SEARCH_FROM && (
        <input
          className="cv-field cv-pick-search" type="search" aria-label={say('search')} placeholder={say('search')} value={typed} data-autofocus
          onChange={event => setTyped(event.target.value)}
          onKeyDown={event => {
            const first = fitting[0];
            if (event.key === 'Enter' && first) onPick(first.id);
          }}
        />
      )}
      <ul className="cv-pick">
        {fitting.map((choice, nth) => (
          <li key={choice.id}>
            <button type="button" onClick={() => onPick(choice.id)} {...(nth === 0 && choices.length < SEARCH_FROM && { 'data-autofocus': true })}>{choice.shown}</button>
          </li>
        ))}
      </ul>
      {fitting.length === 0 && <p className="cv-quiet">{choices.length === 0 ? none : say('nothingFound')}</p>}
    </Modal>
  );
}
