/** What this page is made of, by one door. */
export {
  accountWords,
  InPersonNote,
  KeyDialog,
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
export { type AnswerTo, type Rol } from '../../client/index.ts';
export {
  Answer,
  Button,
  Dialog,
  EmptyState,
  Facts,
  PageHead,
  Panel,
  Segmented,
  SelectField,
  TableSkeleton,
  TextField,
  useCopy,
  writeCell,
} from '../../components/index.ts';
export { currencies, useAddressSearch, useAsk, useChangeSearch, useCurrency } from '../../hooks/index.ts';
export { useSession, useTell, useTheme, useToasts, useUnsaved } from '../../hooks/index.ts';
export { languages, useLocale, useTexts } from '../../i18n/index.ts';
export { themeChoices } from '../../theme/theme.ts';
