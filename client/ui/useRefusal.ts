/** Turns what a request threw into the sentence for the person in front of the page. */
import { Refusal, sentenceFor } from '../../shared/refusals.ts';
import { useLanguage } from './text.ts';

/** Undefined when there is nothing to say. What is no refusal is a fault of ours, and says so. */
export function useRefusal(error: unknown): string | undefined {
  const language = useLanguage();
  return error ? refusalSentence(error, language) : undefined;
}

export function refusalSentence(error: unknown, language: 'en' | 'it'): string {
  if (error instanceof Refusal) return sentenceFor(error.code, language, error.params);
  return sentenceFor('something-went-wrong', language);
}
