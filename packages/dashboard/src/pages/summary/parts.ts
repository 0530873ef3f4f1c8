export { NoSales, NoSalesYet } from './NoSales.tsx';
export { Refresh, Subtitle } from './Head.tsx';
export { SummaryContent } from './SummaryContent.tsx';
export { SummarySkeleton } from './SummarySkeleton.tsx';
