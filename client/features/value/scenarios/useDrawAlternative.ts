/** Draws an alternative to a scenario, opens it, and offers to take it back. */
import { useCallback } from 'react';
import type { Scenario } from '../../../../shared/value/model.ts';
import { texts, useText } from '../../../ui/text.ts';
import { undoToast } from '../../../ui/undoToast.tsx';
import { useChosen, useTable } from '../ValueContext.tsx';
import { drawAlternative } from './deeds.ts';

const TEXTS = texts('value.alternative', {
  en: { name: 'Alternative to {{code}}', drawn: '{{code}} has an alternative now.' },
  it: { name: 'Alternativa a {{code}}', drawn: 'Ora {{code}} ha un’alternativa.' },
});

export function useDrawAlternative(): (from: Scenario) => void {
  const say = useText(TEXTS);
  const { desk, live } = useTable();
  const { choose } = useChosen();
  return useCallback(
    from => {
      const id = drawAlternative(desk, live.get().model, from, { name: say('name', { code: from.code }) });
      choose(id);
      undoToast(say('drawn', { code: from.code }), () => {
        desk.remove([id]);
        choose(from.id);
      });
    },
    [desk, live, choose, say],
  );
}
