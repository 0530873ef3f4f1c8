/** What these pages are made of, by one door. */
export { Link } from 'react-aria-components';
export { ApiProblem, ask, type AnswerTo, type EndpointId, type Source } from '../../client/index.ts';
export {
  type Fact,
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
  TextField,
  writeCell,
} from '../../components/index.ts';
export { useAddressSearch, useAsk, useAskPages, useChangeSearch, useFilters } from '../../hooks/index.ts';
export { tabStorage, useMoney, useSession, useTell, useToasts } from '../../hooks/index.ts';
export { failureText, useLocale, useTexts, type SymbolMoney } from '../../i18n/index.ts';
export { hrefOf } from '../../navigation/index.ts';
