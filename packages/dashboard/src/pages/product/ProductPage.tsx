import { useTexts } from '../../i18n/index.ts';

const words = { es: { title: 'Producto' }, en: { title: 'Product' } };

export function ProductPage() {
  const texts = useTexts(words);
  return <h1>{texts.title}</h1>;
}
