import { useState } from 'react';
import { useStoreName, useTell, useToasts } from '../../../hooks/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import { writeCell } from '../../table/index.ts';
import { Button, Dialog, Facts, InPersonNote, RefusalNote, refusalOf, useMe } from '../parts.ts';
import { words } from '../texts.ts';
import { StateTag } from './KeysTable.tsx';
import { type ApiKey, keyState } from './key-state.ts';

export interface KeyDialogProps {
  readonly apiKey: ApiKey;
  readonly owner?: string;
  readonly onClose: () => void;
}

/** All that is known of a key, and the way to end it. */
export function KeyDialog({ apiKey, owner, onClose }: KeyDialogProps) {
  const texts = useTexts(words);
  const locale = useLocale();
  const storeName = useStoreName();
  const { inPerson } = useMe();
  const [sure, setSure] = useState(false);
  const { show } = useToasts();
  const revoke = useTell('revocarClave', ['listarClaves', 'listarSesiones', 'listarAuditoria']);
  const refusal = refusalOf(revoke.error, [], texts, locale.texts);
  const isActive = keyState(apiKey, Date.now()) === 'activa';
  const go = () =>
    !revoke.isPending &&
    revoke.mutate(
      { params: { id: apiKey.id } },
      {
        onSuccess: () => {
          show({ text: texts.revokedDone(apiKey.nombre) });
          onClose();
        },
      },
    );
  const { rol, ubicaciones, creado, ultimo_uso: used, expira, revocado } = apiKey;
  const instant = (value: string | null) => (value === null ? texts.never : writeCell(value, 'instant', locale));
  const actions = sure ? (
    <>
      <Button onPress={() => setSure(false)}>{texts.back}</Button>
      <Button look="primary" onPress={go}>
        {revoke.isPending ? texts.revoking : texts.yesRevoke}
      </Button>
    </>
  ) : (
    <Button isDisabled={!inPerson} onPress={() => setSure(true)}>
      {texts.revoke}
    </Button>
  );
  return (
    <Dialog title={apiKey.nombre} onClose={onClose} {...(isActive ? { actions } : {})}>
      <Facts
        facts={[
          ...(owner === undefined ? [] : [[texts.owner, owner] as const]),
          [texts.state, <StateTag key="state" apiKey={apiKey} />],
          [texts.prefix, <code key="prefix">{apiKey.prefijo}…</code>],
          [texts.keyRole, rol === null ? texts.asOwner : locale.texts.shell.roles[rol]],
          [texts.stores, ubicaciones === null ? texts.allStores : ubicaciones.map(storeName).join(', ')],
          [texts.created, instant(creado)],
          [texts.lastUse, instant(used)],
          [texts.expires, instant(expira)],
          ...(revocado === null ? [] : [[texts.revoked, instant(revocado)] as const]),
        ]}
      />
      {isActive && !inPerson ? <InPersonNote /> : null}
      {sure ? <p>{texts.revokeSure}</p> : null}
      <RefusalNote text={refusal.text} />
    </Dialog>
  );
}
