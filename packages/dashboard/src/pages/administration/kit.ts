/** What this page is made of, by one door. */
export { ApiProblem, roles, type AnswerTo, type RequestTo, type Rol } from '../../client/index.ts';
export {
  accountWords,
  CheckField,
  Facts,
  InPersonNote,
  KeyDialog,
  keyState,
  KeysTable,
  RefusalNote,
  refusalOf,
  SecretOnce,
  StoresField,
  Tag,
  useCareful,
  useDraft,
  useMe,
  useStoreNames,
} from '../../components/account/index.ts';
export { Allowed } from '../../components/index.ts';
export { Answer } from '../../components/index.ts';
export { Dialog } from '../../components/index.ts';
export { ComboField, SelectField, TextField } from '../../components/index.ts';
export { Button, EmptyState } from '../../components/index.ts';
export { PageHead } from '../../components/index.ts';
export { Panel } from '../../components/index.ts';
export { DataTable, TableSkeleton, writeCell, type Column } from '../../components/index.ts';
export { Tabs } from '../../components/index.ts';
export { useAddressSearch, useAsk, useAskPages, useChangeSearch, useTell, useToasts } from '../../hooks/index.ts';
export { failureText, useLocale, useTexts } from '../../i18n/index.ts';
export { BASE } from '../../navigation/index.ts';
