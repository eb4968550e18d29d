/** Ways to pay side by side: a month, in all, the real yearly rate, and who bears the risk. Terms below, in the same columns. */
import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { financingCost } from '../../../../shared/value/financing.ts';
import type { Financing } from '../../../../shared/value/model.ts';
import { useText } from '../../../ui/text.ts';
import { Card } from '../Card.tsx';
import { SideBySide } from '../compare/SideBySide.tsx';
import { useMayWrite, useTable } from '../ValueContext.tsx';
import { OfferHead } from './OfferHead.tsx';
import { useOfferRows } from './useOfferRows.tsx';
import styles from './options.module.css';
import { WORDS } from './words.ts';

export function FinancingCard({ offers }: { offers: readonly Financing[] }) {
  const say = useText(WORDS);
  const { desk } = useTable();
  const mayWrite = useMayWrite();
  const groups = useOfferRows(offers, offers.map(financingCost));
  const button = mayWrite && (
    <Button variant="default" size="xs" leftSection={<Plus size={16} strokeWidth={1.75} aria-hidden />} onClick={() => { desk.add('fin', { label: say('newOffer') }); }}>{say('addOffer')}</Button>
  );
  return (
    <Card title={say('financing')} actions={button} flush>
      {offers.length === 0
        ? <><p className={styles.empty}>{say('noOffers')}</p><p className={styles.emptyHint}>{say('noOffersHint')}</p></>
        : (
            <>
              <SideBySide caption={say('financingCaption')} columns={offers.map(offer => ({ id: offer.id, head: <OfferHead offer={offer} /> }))} groups={groups} />
              <p className={styles.note}>{say('compareNote')}</p>
            </>
          )}
    </Card>
  );
}
