import { useState } from 'react';
import { useTell, useTexts, useToasts } from '../kit.ts';
import { words } from '../texts.ts';

export type Purpose = 'start' | 'replace' | 'disable';

/** How far the change of a second factor is. */
export type FactorStep =
  | { readonly kind: 'idle' }
  /** Who it is has to be proven. */
  | { readonly kind: 'prove'; readonly purpose: Purpose }
  | { readonly kind: 'confirm'; readonly secret: string; readonly uri: string }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

const idle: FactorStep = { kind: 'idle' };

/** Another second factor, or none any more, step by step. */
export function useFactor() {
  const { factor: texts } = useTexts(words);
  const { show } = useToasts();
  const [step, setStep] = useState<FactorStep>(idle);
  const enrol = useTell('activarSegundoFactor', ['verSesion']);
  const confirm = useTell('confirmarSegundoFactor', ['verSesion', 'listarSesiones']);
  const remove = useTell('quitarSegundoFactorPropio', ['verSesion']);
  const forget = () => {
    for (const told of [enrol, confirm, remove]) told.reset();
  };
  const go = (next: FactorStep) => {
    forget();
    setStep(next);
  };
  return {
    step,
    pending: enrol.isPending || confirm.isPending || remove.isPending,
    error: enrol.error ?? confirm.error ?? remove.error,
    forget,
    begin: (purpose: Purpose) => go({ kind: 'prove', purpose }),
    cancel: () => go(idle),
    /** A new secret takes the place of the one before when it is confirmed. */
    prove: (purpose: Purpose, clave: string, codigo: string) => {
      const body = { clave, ...(codigo === '' ? {} : { codigo }) };
      if (purpose === 'disable') {
        const onSuccess = () => {
          go(idle);
          show({ text: texts.disabled });
        };
        remove.mutate({ body }, { onSuccess });
        return;
      }
      const onSuccess = ({ body: { secreto: secret, uri } }: { body: { secreto: string; uri: string } }) =>
        go({ kind: 'confirm', secret, uri });
      enrol.mutate({ body }, { onSuccess });
    },
    confirm: (codigo: string) =>
      confirm.mutate(
        { body: { codigo } },
        {
          onSuccess: ({ body }) => {
            go({ kind: 'codes', codes: body.codigos_recuperacion });
            show({ text: texts.enabled });
          },
        },
      ),
  };
}

export type Factor = ReturnType<typeof useFactor>;
