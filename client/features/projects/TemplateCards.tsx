/** From what a project starts: the outcomes that others have reached, or a bare table. */
import type { TemplateId } from '../../../shared/projects.ts';
import { texts, useText } from '../../ui/text.ts';
import styles from './StartProjectPage.module.css';

const TEXTS = texts('projects.templates', {
  en: {
    legend: 'What is it about?',
    'one-customer': 'One customer', 'one-customer-words': 'The same person, known in every shop and on every channel.',
    mobility: 'Mobility', 'mobility-words': 'Getting there, instead of owning cars: fleet, insurance, repair.',
    health: 'Health', 'health-words': 'Better outcomes, instead of devices: clinic, training, service.',
    blank: 'Blank', 'blank-words': 'The eight areas and a proposal with its headings. Nothing else.',
  },
  it: {
    legend: 'Di che cosa si tratta?',
    'one-customer': 'Un cliente solo', 'one-customer-words': 'La stessa persona, riconosciuta in ogni negozio e su ogni canale.',
    mobility: 'Mobilità', 'mobility-words': 'Arrivare, invece di possedere auto: flotta, assicurazione, officina.',
    health: 'Salute', 'health-words': 'Risultati migliori, invece di apparecchi: clinica, formazione, assistenza.',
    blank: 'Bianco', 'blank-words': 'Le otto aree e una proposta con i suoi titoli. Nient’altro.',
  },
});

const ORDER: readonly TemplateId[] = ['one-customer', 'mobility', 'health', 'blank'];

export function TemplateCards({ chosen, choose }: { chosen: TemplateId; choose: (template: TemplateId) => void }) {
  const say = useText(TEXTS);
  return (
    <fieldset className={styles.cards}>
      <legend className={styles.legend}>{say('legend')}</legend>
      <div className={styles.grid}>
        {ORDER.map(template => (
          <label key={template} className={styles.card}>
            <input type="radio" name="template" value={template} checked={template === chosen} onChange={() => { choose(template); }} />
            <span className={styles.name}>{say(template)}</span>
            <span className={styles.words}>{say(`${template}-words`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
