/** The model as a spreadsheet: taken away in two forms, and brought in after a look at what it would change. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { Download, FileSpreadsheet, Upload } from 'lucide-react';
import { useState } from 'react';
import { valueFileAddress } from '../../../../shared/valueFiles.ts';
import { useLanguage, useText } from '../../../ui/text.ts';
import { useMayWrite, useTable } from '../ValueContext.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { FILE_WORDS } from './words.ts';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function FilesMenu() {
  const say = useText(FILE_WORDS);
  const language = useLanguage();
  const { project, room } = useTable();
  const mayWrite = useMayWrite();
  const [bringing, setBringing] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={250}>
        <Tooltip label={say('label')}>
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={say('label')}><FileSpreadsheet size={18} strokeWidth={1.75} aria-hidden /></ActionIcon>
          </Menu.Target>
        </Tooltip>
        <Menu.Dropdown aria-label={say('label')}>
          {(['xlsx', 'csv'] as const).map(format => (
            <Menu.Item key={format} component="a" href={valueFileAddress(project.id, room.kind, { format, language })} download leftSection={<Download {...ICON} />}>{say(format)}</Menu.Item>
          ))}
          {mayWrite && <Menu.Item leftSection={<Upload {...ICON} />} onClick={() => { setBringing(true); }}>{say('bring')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {bringing && <ImportDialog onClose={() => { setBringing(false); }} />}
    </>
  );
}
