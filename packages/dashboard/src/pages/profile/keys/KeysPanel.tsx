import {
  Answer,
  Button,
  EmptyState,
  KeyDialog,
  KeysTable,
  Panel,
  TableSkeleton,
  useAddressSearch,
  useAsk,
  useChangeSearch,
  useMe,
  useTexts,
} from '../kit.ts';
import { words } from '../texts.ts';
import { NewKeyDialog } from './NewKeyDialog.tsx';

const NEW = 'nueva';

/** The person's own API keys. */
export function KeysPanel() {
  const { keys: texts } = useTexts(words);
  const { inPerson } = useMe();
  const change = useChangeSearch();
  const open = new URLSearchParams(useAddressSearch()).get('clave');
  const keys = useAsk('listarClaves', {});
  const opened = keys.data?.body.datos.find(({ id }) => id === open);
  const close = () => change({ clave: null });
  return (
    <Panel
      title={texts.title}
      definition={texts.hint}
      aside={
        inPerson ? (
          <Button look="primary" onPress={() => change({ clave: NEW })}>
            {texts.add}
          </Button>
        ) : null
      }
    >
      <Answer
        of={keys}
        skeleton={<TableSkeleton rows={3} />}
        isEmpty={({ datos }) => datos.length === 0}
        empty={<EmptyState title={texts.noneTitle} text={texts.none} />}
      >
        {({ datos }) => <KeysTable keys={datos} onOpen={(id) => change({ clave: id })} />}
      </Answer>
      {open === NEW && inPerson ? <NewKeyDialog onClose={close} /> : null}
      {opened === undefined ? null : <KeyDialog apiKey={opened} onClose={close} />}
    </Panel>
  );
}
