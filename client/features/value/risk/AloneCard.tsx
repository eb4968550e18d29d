/** Alone or together: what each side expects without the other, beside what it has in this scenario. */
import { aloneOrTogether, type AloneOrTogether } from '../../../../shared/value/alone.ts';
import { settingKey } from '../../../../shared/value/keys.ts';
import type { Settings, SideOfValue } from '../../../../shared/value/model.ts';
import type { Results } from '../../../../shared/value/results.ts';
import { ScrollBox } from '../../../ui/ScrollBox.tsx';
import { SideGlyph } from '../../../ui/SideGlyph.tsx';
import { useText } from '../../../ui/text.ts';
import { Card } from '../Card.tsx';
import { CellField } from '../fields/CellField.tsx';
import { useFigures } from '../useFigures.ts';
import { useSides } from '../useSides.ts';
import styles from './risk.module.css';
import { WORDS } from './words.ts';

const CELLS = { seller: settingKey('aloneSeller'), client: settingKey('aloneClient') };

export function AloneCard({ settings, results }: { settings: Settings; results: Results }) {
  const say = useText(WORDS);
  const { money } = useFigures();
  const sides = useSides();
  const compared = aloneOrTogether(settings, results);
  const said = compared.client.alone !== null || compared.seller.alone !== null;
  const worse = (['client', 'seller'] as const).find(side => compared[side].more < 0);
  return (
    <Card title={say('alone')}>
      <p className={styles.hint}>{say('aloneHint')}</p>
      <div className={styles.aloneFields}>
        {(['seller', 'client'] as const).map(side => <CellField key={side} cell={CELLS[side]} label={say('aloneOf', { firm: sides[side] })} otherwise={say('notSaid')} />)}
      </div>
      <ScrollBox label={say('alone')}>
        <table className={styles.spread}>
          <thead><tr><th scope="col">{say('who')}</th><th scope="col">{say('aloneCol')}</th><th scope="col">{say('togetherCol')}</th><th scope="col">{say('moreCol')}</th></tr></thead>
          <tbody>
            <Side side="seller" name={sides.seller} of={compared.seller} />
            <Side side="client" name={sides.client} of={compared.client} />
            <tr className={styles.strong}><th scope="row">{say('sum')}</th><td>{said ? money(compared.joint.alone) : say('notSaid')}</td><td>{money(compared.joint.together)}</td><td>{said ? signed(compared.joint.more) : ''}</td></tr>
          </tbody>
        </table>
      </ScrollBox>
      {said && <p className={`${styles.sentence} ${worse ? styles.lossWords : ''}`}>{worse ? say('oneLoses', { firm: sides[worse] }) : say('bothWin', { more: money(compared.joint.more) })}</p>}
    </Card>
  );

  function signed(amount: number): string {
    return `${amount >= 0.5 ? '+' : ''}${money(amount)}`;
  }
}

function Side({ side, name, of: { alone, together, more } }: { side: SideOfValue; name: string; of: AloneOrTogether }) {
  const say = useText(WORDS);
  const { money } = useFigures();
  return (
    <tr>
      <th scope="row"><SideGlyph side={side} /> {name}</th>
      <td>{alone === null ? <span className={styles.quiet}>{say('notSaid')}</span> : money(alone)}</td>
      <td className={together < 0 ? styles.negative : ''}>{money(together)}</td>
      <td className={more < 0 ? styles.negative : ''}>{alone === null ? '' : `${more >= 0.5 ? '+' : ''}${money(more)}`}</td>
    </tr>
  );
}
