import { useTexts } from '../../i18n/index.ts';

const words = { es: { title: 'Pedidos' }, en: { title: 'Orders' } };

export function OrdersPage() {
  const texts = useTexts(words);
  return <h1>{texts.title}</h1>;
}
