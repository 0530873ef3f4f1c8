/** What this page is made of, by one door. */
export { ApiProblem, type AnswerTo, type RequestTo, type Source } from '../../client/index.ts';
export { Allowed } from '../../components/index.ts';
export { Answer } from '../../components/index.ts';
export { Dialog } from '../../components/index.ts';
export { SelectField } from '../../components/index.ts';
export { Button, EmptyState, Skeleton } from '../../components/index.ts';
export { PageHead } from '../../components/index.ts';
export { Panel } from '../../components/index.ts';
export { DataTable, TableSkeleton, writeCell, type Column } from '../../components/index.ts';
export { Tabs } from '../../components/index.ts';
export { useAddressSearch, useAsk, useAskPages, useChangeSearch } from '../../hooks/index.ts';
export { useFilters, useTell, useToasts } from '../../hooks/index.ts';
export { failureText, useLocale, useTexts } from '../../i18n/index.ts';
export { hrefOf } from '../../navigation/index.ts';
