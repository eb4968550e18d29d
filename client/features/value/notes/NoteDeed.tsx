/** In the menu of a note: makes a driver of it, or leads to the one it already belongs to. */
import { Menu } from '@mantine/core';
import { ChartNoAxesColumnIncreasing } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { ProjectView } from '../../../../shared/projects.ts';
import type { LiveRoom } from '../../../collab/types.ts';
import { texts, useText } from '../../../ui/text.ts';
import { undoToast } from '../../../ui/undoToast.tsx';
import { useModelOf } from '../together/useOnTable.ts';
import { makeDriver } from './makeDriver.ts';

const TEXTS = texts('value.noteDeed', {
  en: { make: 'Make a driver of it', made: '{{code}} is a driver now. Its figures wait in Value.', show: 'Show {{code}} in the figures' },
  it: { make: 'Fanne una leva', made: 'Ora {{code}} è una leva. Le sue cifre aspettano in Valore.', show: 'Mostra {{code}} nelle cifre' },
});

interface Props {
  project: ProjectView;
  room: LiveRoom;
  noteId: string;
  link: string | undefined;
}

export function NoteDeed({ project, room, noteId, link }: Props) {
  const say = useText(TEXTS);
  const go = useNavigate();
  const { model } = useModelOf(room);
  const driver = model.drivers.find(({ id }) => id === link);
  const icon = <ChartNoAxesColumnIncreasing size={16} strokeWidth={1.75} aria-hidden />;
  if (driver) return <Menu.Item leftSection={icon} onClick={() => void go(`/projects/${project.id}/value?driver=${driver.id}`)}>{say('show', { code: driver.code })}</Menu.Item>;
  const make = (): void => {
    const { code, undo } = makeDriver(room, noteId, Date.now());
    undoToast(say('made', { code }), undo);
  };
  return <Menu.Item leftSection={icon} onClick={make}>{say('make')}</Menu.Item>;
}
