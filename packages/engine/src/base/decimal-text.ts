/**
 * An exact decimal number in its canonical text: no leading zeros, trailing zeros cut back to `decimals` places and
 * filled up to them. The value never changes: '12.340000' with 2 decimals is '12.34', '5' is '5.00', '0.125' stays.
 */
export function decimalText(number: string, decimals = 0): string {
  const parts = /^(-?)0*(\d+)(?:\.(\d*))?$/.exec(number);
  if (parts === null) throw new TypeError(`not a decimal number: ${number}`);
  const [, sign = '', whole = '0', fraction = ''] = parts;
  const kept = fraction.replace(/0+$/, '').padEnd(decimals, '0');
  const digits = kept === '' ? whole : `${whole}.${kept}`;
  return /[1-9]/.test(digits) ? sign + digits : digits;
}
