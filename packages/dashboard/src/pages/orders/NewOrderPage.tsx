import { useTexts } from '../../i18n/index.ts';

const words = { es: { title: 'Pedido nuevo' }, en: { title: 'New order' } };

export function NewOrderPage() {
  const texts = useTexts(words);
  return <h1>{texts.title}</h1>;
}
