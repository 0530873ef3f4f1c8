import { ApiProblem, failureText, useLocale, useTexts } from '../kit.ts';
import type { Refusal } from '../model/index.ts';
import styles from '../editor/Editor.module.css';
import { orderWords } from '../texts/index.ts';

export interface ProblemsProps {
  readonly error: Error | null;
  readonly refusal: Refusal;
  /** Found here, before anything was sent. */
  readonly found?: readonly string[];
  /** What is true of every failed try. */
  readonly note?: string;
}

/** Why an order was not written, in words; what belongs to a field stands at the field. */
export function Problems({ error, refusal, found = [], note }: ProblemsProps) {
  const texts = useTexts(orderWords);
  const common = useLocale().texts;
  if (error === null && found.length === 0) return null;
  const words = [...found];
  if (error instanceof ApiProblem && error.codigo === 'INVALID_REQUEST') words.push(texts.fix, ...refusal.others);
  else if (error instanceof ApiProblem && (error.status === 409 || error.status === 412)) words.push(texts.movedOn);
  else if (error instanceof ApiProblem && error.codigo === 'IDEMPOTENCY_KEY_REUSED') words.push(texts.keyReused);
  else if (error !== null) {
    const { title, advice, reference } = failureText(error, common);
    words.push([`${title}.`, advice, note, reference].filter(Boolean).join(' '));
  }
  return (
    <div className={`${styles.notice} ${styles.failed}`} role="alert">
      {words.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}
