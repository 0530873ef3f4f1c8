import { Button, Panel, Tag, useMe, useTexts, useUnsaved } from '../kit.ts';
import styles from '../Profile.module.css';
import { words } from '../texts.ts';
import { ConfirmForm } from './ConfirmForm.tsx';
import { ProveForm } from './ProveForm.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { useFactor } from './useFactor.ts';

const tones = { activo: 'good', pendiente: 'heed', no: 'open' } as const;

/** A code from a telephone beside the password. */
export function FactorPanel() {
  const { factor: texts } = useTexts(words);
  const { factor: state, keepsFactor } = useMe();
  const factor = useFactor();
  const { step } = factor;
  useUnsaved(step.kind === 'codes');
  return (
    <Panel
      title={texts.title}
      aside={state === undefined ? null : <Tag tone={tones[state]} text={texts.states[state]} />}
    >
      <div className={styles.body}>
        {step.kind === 'idle' || step.kind === 'prove' ? <p>{texts.about}</p> : null}
        {state === 'pendiente' && step.kind === 'idle' ? <p>{texts.pending}</p> : null}
        {state === 'activo' && keepsFactor && step.kind === 'idle' ? <p>{texts.kept}</p> : null}
        {step.kind === 'prove' ? (
          <ProveForm key={step.purpose} purpose={step.purpose} withCode={state === 'activo'} factor={factor} />
        ) : step.kind === 'confirm' ? (
          <ConfirmForm secret={step.secret} uri={step.uri} factor={factor} />
        ) : step.kind === 'codes' ? (
          <RecoveryCodes codes={step.codes} onDone={factor.cancel} />
        ) : (
          <div className={styles.row}>
            {state === 'activo' ? (
              <>
                <Button onPress={() => factor.begin('replace')}>{texts.replace}</Button>
                {keepsFactor ? null : <Button onPress={() => factor.begin('disable')}>{texts.disable}</Button>}
              </>
            ) : (
              <Button look="primary" onPress={() => factor.begin('start')}>
                {texts.start}
              </Button>
            )}
          </div>
        )}
      </div>
    </Panel>
  );
}
