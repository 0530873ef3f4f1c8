import { useTexts } from '../../i18n/index.ts';

const words = { es: { title: 'Pedido' }, en: { title: 'Order' } };

export function OrderPage() {
  const texts = useTexts(words);
  return <h1>{texts.title}</h1>;
}
