/** Honest doubts that the people of the examples have raised before anybody looks: one is answered, one still waits. */
import type { Doubt } from '../../shared/doubts.ts';
import type { Project } from '../../shared/projects.ts';
import type { BothLanguages } from '../../shared/sides.ts';
import { scenario } from './cases.ts';
import { demoId, type Example, memberIdOf } from './cast.ts';
import { rowIdOf } from './model.ts';
import type { Who } from './story.ts';

interface StoryDoubt {
  by: Who;
  /** Code of the scenario; the doubt's words stand in the example's data. */
  on: string;
  hoursAgo: number;
  costsUs: BothLanguages;
  evidence: BothLanguages;
  answer?: { by: Who; hoursAgo: number; says: BothLanguages };
}

/** By the example's id in `cases.json`. */
const DOUBTS: Readonly<Record<string, readonly StoryDoubt[]>> = {
  'fashion-one-customer': [
    {
      by: 'marta', on: 'S0', hoursAgo: 96,
      costsUs: { en: 'The larger price: €300,000 at the start, and the order was as good as ours.', it: 'Il prezzo più alto: 300.000 € all’inizio, e l’ordine era quasi nostro.' },
      evidence: { en: 'The start-up of S0: a tenth of the value in the first year.', it: 'L’avvio di S0: un decimo del valore nel primo anno.' },
      answer: { by: 'paolo', hoursAgo: 90, says: {
        en: 'You are right. The shops must know her by name before the summer. Let us look at something smaller.',
        it: 'Hai ragione. I negozi devono conoscerla per nome prima dell’estate. Guardiamo qualcosa di più piccolo.',
      } },
    },
    {
      by: 'marta', on: 'S1', hoursAgo: 46,
      costsUs: { en: 'A start two months later, and perhaps a pilot instead of the whole order.', it: 'Un avvio due mesi più tardi, e forse un pilota al posto di tutto l’ordine.' },
      evidence: { en: 'The loyalty desk’s spreadsheet: 2,300 doubles that nobody could untangle.', it: 'Il foglio dell’ufficio fedeltà: 2.300 doppioni che nessuno ha saputo sciogliere.' },
    },
  ],
};

const HOUR_MS = 3_600_000;

export function doubtsOf(example: Example, { id: projectId, language }: Pick<Project, 'id' | 'language'>, now: number): Doubt[] {
  return (DOUBTS[example.of.id] ?? []).map(({ by, on, hoursAgo, costsUs, evidence, answer }, nth): Doubt => ({
    id: demoId('dbt', example, `${nth + 1}`), projectId, scenarioId: rowIdOf('scn', on), authorId: memberIdOf(example, by),
    words: scenario(example.of, on).doubt[language], costsUs: costsUs[language], evidence: evidence[language], createdAt: now - hoursAgo * HOUR_MS,
    answer: answer ? { by: memberIdOf(example, answer.by), words: answer.says[language], at: now - answer.hoursAgo * HOUR_MS } : null,
    outcome: null, alternatives: [], past: [],
  }));
}
