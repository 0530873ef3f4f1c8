/** What this page is made of, by one door. */
export { ApiProblem, type AnswerTo, type RequestTo, type Source } from '../../client/index.ts';
export {
  Allowed,
  Answer,
  Button,
  type Column,
  DataTable,
  Dialog,
  EmptyState,
  PageHead,
  Panel,
  SelectField,
  Skeleton,
  TableSkeleton,
  Tabs,
  writeCell,
} from '../../components/index.ts';
export { useAddressSearch, useAsk, useAskPages, useChangeSearch } from '../../hooks/index.ts';
export { useFilters, useStoreName, useTell, useToasts } from '../../hooks/index.ts';
export { failureText, useLocale, useTexts } from '../../i18n/index.ts';
export { hrefOf } from '../../navigation/index.ts';
