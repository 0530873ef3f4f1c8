import { ApiProblem } from '../../client/index.ts';
import { Answer, PageHead } from '../../components/index.ts';
import { useAsk } from '../../hooks/index.ts';
import { ProductContent } from './ProductContent.tsx';
import { NoProduct, ProductSkeleton } from './ProductStates.tsx';
import { usePageTexts, useScope } from './state/index.ts';

/** A product: what there is of it and where, how it sells, and what moved. */
export function ProductPage() {
  const texts = usePageTexts();
  const { id } = useScope();
  const story = useAsk('verProducto', { params: { id } });
  // The answer about another product is not an old answer about this one.
  const known = story.isPlaceholderData ? { ...story, data: undefined } : story;
  if (known.error instanceof ApiProblem && known.error.status === 404) return <NoProduct />;
  return (
    <Answer
      of={known}
      skeleton={
        <>
          <PageHead title={texts.title} filters={['stores', 'range']} />
          <ProductSkeleton />
        </>
      }
    >
      {(body, source) => <ProductContent story={body} source={source} />}
    </Answer>
  );
}
