/** The proposal as it stands, as plain data, a little behind the typing: for the outline, the word count and readers. */
import { useEffect, useState } from 'react';
import type * as Y from 'yjs';
import { readRichText, type RichText } from '../../../shared/documents/richtext.ts';

/** Long enough that a fast typist costs a few reads a second, short enough to feel at once. */
const BEHIND_MS = 150;

export function useLiveText(fragment: Y.XmlFragment): RichText {
  const [text, setText] = useState<RichText>(() => readRichText(fragment));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      timer = undefined;
      setText(readRichText(fragment));
    };
    const changed = (): void => {
      timer ??= setTimeout(read, BEHIND_MS);
    };
    read();
    fragment.observeDeep(changed);
    return () => {
      clearTimeout(timer);
      fragment.unobserveDeep(changed);
    };
  }, [fragment]);
  return text;
}
