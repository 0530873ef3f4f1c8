/** What this page is made of, by one door. */
export { roles, type AnswerTo, type RequestTo, type Rol } from '../../client/index.ts';
export {
  Facts,
  Allowed,
  Answer,
  Button,
  type Column,
  ComboField,
  DataTable,
  Dialog,
  EmptyState,
  PageHead,
  Panel,
  SelectField,
  TableSkeleton,
  Tabs,
  TextField,
  writeCell,
} from '../../components/index.ts';
export {
  accountWords,
  CheckField,
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
} from '../../components/account/index.ts';
export {
  useAddressSearch,
  useAsk,
  useAskPages,
  useChangeSearch,
  useTell,
  useToasts,
  useStoreName,
} from '../../hooks/index.ts';
export { useLocale, useTexts } from '../../i18n/index.ts';
export { BASE } from '../../navigation/index.ts';
