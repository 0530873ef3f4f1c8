/** What these pages are made of, by one door. */
export { Link } from 'react-aria-components';
export { ApiProblem, ask, type AnswerTo, type EndpointId, type Source } from '../../client/index.ts';
export { Allowed } from '../../components/index.ts';
export { Answer } from '../../components/index.ts';
export { Dialog } from '../../components/index.ts';
export { ComboField, SelectField, TextField } from '../../components/index.ts';
export { Button, EmptyState } from '../../components/index.ts';
export { PageHead } from '../../components/index.ts';
export { Panel } from '../../components/index.ts';
export { DataTable, TableSkeleton, writeCell, type Column } from '../../components/index.ts';
export { useAddressSearch, useAsk, useAskPages, useChangeSearch, useFilters } from '../../hooks/index.ts';
export { useMoney, useSession, useTell, useToasts } from '../../hooks/index.ts';
export { failureText, useLocale, useTexts, type SymbolMoney } from '../../i18n/index.ts';
export { hrefOf } from '../../navigation/index.ts';
