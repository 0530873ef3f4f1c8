import { ApiProblem, failureText, useLocale, useTell, useTexts, useToasts } from '../kit.ts';
import { words } from '../texts.ts';

export interface Recover {
  readonly pending: boolean;
  /** Asks for the gaps of these days again, of these stores; of all that the person sees without any. */
  readonly run: (days: { readonly from: string; readonly to: string }, stores: readonly string[]) => void;
}

/** Loads days again from their sources. What becomes of them is seen in the calendar. */
export function useRecover(): Recover {
  const texts = useTexts(words);
  const { numbers, texts: common } = useLocale();
  const { show } = useToasts();
  const recover = useTell('recuperarCargas', ['verCalendarioCargas', 'listarCargas', 'verFrescura']);
  return {
    pending: recover.isPending,
    run: ({ from, to }, stores) => {
      const body = { fecha_inicio: from, fecha_fin: to, ...(stores.length === 0 ? {} : { ubicacion_id: [...stores] }) };
      recover.mutate(
        { body },
        {
          onSuccess: ({ body: { encoladas, en_cola, sin_origen } }) => {
            const parts = [
              encoladas === 0 ? '' : texts.queued(encoladas, numbers.whole(encoladas)),
              en_cola === 0 ? '' : texts.inQueue(en_cola, numbers.whole(en_cola)),
              sin_origen === 0 ? '' : texts.noOrigin(sin_origen, numbers.whole(sin_origen)),
            ].filter((part) => part !== '');
            const text = parts.length === 0 ? texts.nothingQueued : parts.join(' ');
            show({ text, tone: sin_origen > 0 ? 'failed' : 'done' });
          },
          onError: (error) => {
            const isMissing = error instanceof ApiProblem && error.codigo === 'SCHEDULE_UNAVAILABLE';
            const { title, advice } = failureText(error, common);
            show({
              text: isMissing ? `${texts.noQueueTitle}. ${texts.noQueue}` : `${title}. ${advice}`,
              tone: 'failed',
            });
          },
        },
      );
    },
  };
}
