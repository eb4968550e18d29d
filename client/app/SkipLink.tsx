/** The first stop of the keyboard: past the bars, to what the page is about. */
import { texts, useText } from '../ui/text.ts';

const TEXTS = texts('app.skip', { en: { skip: 'Skip to the page' }, it: { skip: 'Vai alla pagina' } });

export function SkipLink() {
  const say = useText(TEXTS);
  return <a href="#main" className="ins-skip">{say('skip')}</a>;
}
