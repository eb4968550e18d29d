/** The section's menu: which areas of the canvas it stands on, to be ticked one by one. */
import { Menu } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Frame } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { AreaWithNotes } from '../../../../shared/documents/linkedAreas.ts';
import { MOST_AREAS, sayArea, sayNotes } from '../../../../shared/documents/sectionAreas.ts';
import { useLanguage, useText } from '../../../ui/text.ts';
import toolbar from '../Toolbar.module.css';
import type { CanvasAreas } from './CanvasAreas.ts';
import styles from './AreaMenu.module.css';
import { sectionHere, type SectionHere, toggleArea } from './linking.ts';
import { AREA_WORDS } from './words.ts';

interface Props {
  editor: Editor;
  areas: CanvasAreas;
}

export function AreaMenu({ editor, areas }: Props) {
  const say = useText(AREA_WORDS);
  const here = useEditorState({ editor, selector: ({ editor: current }) => sectionHere(current) });
  return (
    <Menu position="bottom" returnFocus={false} closeOnItemClick={false} width={300}>
      <Menu.Target>
        <button type="button" className={toolbar.tool} aria-label={say('menu')} title={say('menu')} aria-pressed={(here?.areas.length ?? 0) > 0} tabIndex={-1} onMouseDown={event => { event.preventDefault(); }}>
          <Frame size={18} strokeWidth={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {here ? <Choices editor={editor} areas={areas} here={here} /> : <p className={styles.words}>{say('noSection')}</p>}
      </Menu.Dropdown>
    </Menu>
  );
}

function Choices({ editor, areas, here }: Props & { here: SectionHere }) {
  const say = useText(AREA_WORDS);
  const all = useSyncExternalStore(areas.subscribe, areas.get);
  const full = here.areas.length >= MOST_AREAS;
  return (
    <>
      <Menu.Label>{say('of', { section: here.title || say('untitled') })}</Menu.Label>
      {all.map(each => <Choice key={each.area.id} of={each} chosen={here.areas.includes(each.area.id)} full={full} choose={() => { toggleArea(editor, here, each.area.id); }} />)}
      {all.length === 0 && <p className={styles.words}>{say('noAreas')}</p>}
      {full && <p className={styles.words}>{say('tooMany')}</p>}
    </>
  );
}

function Choice({ of: { area, notes }, chosen, full, choose }: { of: AreaWithNotes; chosen: boolean; full: boolean; choose: () => void }) {
  const language = useLanguage();
  return (
    <Menu.CheckboxItem checked={chosen} disabled={full && !chosen} onChange={choose} rightSection={<span className={styles.right}>{sayNotes(language, notes.length)}</span>}>
      <span className={styles.name}><span className="area-dot" data-area={area.kind} aria-hidden />{sayArea(language, { area: area.kind, title: area.title })}</span>
    </Menu.CheckboxItem>
  );
}
