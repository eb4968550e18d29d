/** The words for sides, roles and stages, which every page says alike. Data names them; people read these. */
import { texts } from './text.ts';

export const NOUNS = texts('nouns', {
  en: {
    'side.seller': 'Seller', 'side.internal': 'Seller’s team', 'side.client': 'Client',
    'role.host': 'Host', 'role.editor': 'Editor', 'role.commenter': 'Commenter', 'role.viewer': 'Reader',
    'short.host': 'host', 'short.editor': 'editor', 'short.commenter': 'commenter', 'short.viewer': 'reader', 'short.approver': 'approver',
    'does.host': 'leads the project', 'does.editor': 'draws and writes', 'does.commenter': 'reads and comments', 'does.viewer': 'reads',
    'does.approver': 'approves', approver: 'Approver',
    'stage.listen': 'Listen', 'stage.draw': 'Draw', 'stage.count': 'Count the value', 'stage.write': 'Write', 'stage.approve': 'Approve', 'stage.keep': 'Keep the promise',
    firms: '{{client}} with {{seller}}',
  },
  it: {
    'side.seller': 'Venditore', 'side.internal': 'La squadra del venditore', 'side.client': 'Cliente',
    'role.host': 'Chi conduce', 'role.editor': 'Chi disegna e scrive', 'role.commenter': 'Chi commenta', 'role.viewer': 'Chi legge',
    'short.host': 'guida', 'short.editor': 'disegna', 'short.commenter': 'commenta', 'short.viewer': 'legge', 'short.approver': 'approva',
    'does.host': 'conduce il progetto', 'does.editor': 'disegna e scrive', 'does.commenter': 'legge e commenta', 'does.viewer': 'legge',
    'does.approver': 'approva', approver: 'Chi approva',
    'stage.listen': 'Ascoltare', 'stage.draw': 'Disegnare', 'stage.count': 'Contare il valore', 'stage.write': 'Scrivere', 'stage.approve': 'Approvare', 'stage.keep': 'Mantenere la promessa',
    firms: '{{client}} con {{seller}}',
  },
});
