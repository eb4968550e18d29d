/** Our own mistake while drawing: says so calmly, keeps what was saved, offers to begin again. */
import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { CalmPage } from '../ui/CalmPage.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { texts, useText } from '../ui/text.ts';

const TEXTS = texts('app.broken', {
  en: {
    title: 'This page has stumbled',
    safe: 'The mistake is ours. What the server had saved is safe, and so is what this device keeps for it.',
    old: 'Insieme has been renewed while this page was open. Reload it, and you go on where you were.',
    oldTitle: 'There is a newer Insieme',
    again: 'Reload the page',
  },
  it: {
    title: 'Questa pagina è inciampata',
    safe: 'L’errore è nostro. Quanto il server aveva salvato è al sicuro, e così quanto questo dispositivo gli tiene da parte.',
    old: 'Insieme è stato rinnovato mentre questa pagina era aperta. Ricaricala e riparti da dove eri.',
    oldTitle: 'C’è un Insieme più nuovo',
    again: 'Ricarica la pagina',
  },
});

interface State {
  broken: Error | undefined;
}

interface Props {
  children: ReactNode;
  /** Within a shell: the bars stay, only the page is replaced. */
  inside?: boolean;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: undefined };

  static getDerivedStateFromError(broken: Error): State {
    return { broken };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken error={this.state.broken} inside={this.props.inside ?? false} /> : this.props.children;
  }
}

function Broken({ error, inside }: { error: Error; inside: boolean }) {
  const say = useText(TEXTS);
  const old = isMissingPart(error);
  const again = <Button onClick={() => { window.location.reload(); }}>{say('again')}</Button>;
  if (inside) return <Page><Notice tone="attention" assertive title={say(old ? 'oldTitle' : 'title')} action={again}>{say(old ? 'old' : 'safe')}</Notice></Page>;
  return (
    <CalmPage title={say(old ? 'oldTitle' : 'title')} action={again}>
      <p>{say(old ? 'old' : 'safe')}</p>
    </CalmPage>
  );
}

/** After a new release the old page asks for parts that are no longer there. */
const isMissingPart = (error: Error): boolean => /dynamically imported module|module script failed|Importing a module/i.test(error.message);
