import { quoteLiteral } from '../../../base/index.ts';
import { parseDuckType, type DuckType } from '../../../catalog/index.ts';
import { node, optionalNode, text, UntranslatableError, type SyntaxNode } from '../syntax-tree.ts';
import { familyOf, targetType, types, type Typed } from './typed.ts';

/** A constant as the parser left it: a number, a text, true, false or NULL. */
export function parsedConstant(value: SyntaxNode): Typed {
  if (value.is_null === true) return { sql: 'NULL', type: types.null };
  const typeNode = node(value, 'type');
  const id = text(typeNode, 'id');
  const info = optionalNode(typeNode, 'type_info');
  const type = parseDuckType(id === 'DECIMAL' ? `DECIMAL(${Number(info?.width)},${Number(info?.scale)})` : id);
  const content = value.value;
  if (id === 'BOOLEAN') return constantOf(type, String(content === true));
  if (id === 'VARCHAR' && typeof content === 'string') return constantOf(type, content);
  const digits = wholeNumber(content);
  if (familyOf(type) === 'integer' && digits !== undefined) return constantOf(type, String(digits));
  if (id === 'DECIMAL' && digits !== undefined) return constantOf(type, decimalText(digits, type.scale ?? 0));
  if (id === 'DOUBLE' && typeof content === 'number') return constantOf(type, String(content));
  throw new UntranslatableError(`a constant of type ${id}`);
}

/** Numbers over 64 bits are written in two halves. */
function wholeNumber(content: unknown): bigint | undefined {
  if (typeof content === 'number' && Number.isSafeInteger(content)) return BigInt(content);
  if (typeof content === 'string' && /^-?\d+$/.test(content)) return BigInt(content);
  if (typeof content !== 'object' || content === null) return undefined;
  const { upper, lower } = content as SyntaxNode;
  const [high, low] = [wholeNumber(upper), wholeNumber(lower)];
  return high === undefined || low === undefined ? undefined : (high << 64n) + low;
}

function decimalText(scaled: bigint, scale: number): string {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(scale + 1, '0');
  const sign = scaled < 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const plainNumbers: ReadonlySet<string> = new Set(['int4', 'numeric']);

/** A value of which DuckDB gave the text, as PostgreSQL writes it. @throws UntranslatableError for a type without a literal */
export function constantOf(type: DuckType, constant: string): Typed {
  return { sql: literal(type, constant), type, constant };
}

function literal(type: DuckType, constant: string): string {
  const quoted = quoteLiteral(constant);
  switch (familyOf(type)) {
    case 'boolean':
      return constant;
    case 'text':
      // As PostgreSQL reads it: a text of no type yet takes part in what stands around it as text.
      return constant.includes('\0') ? refuse('a text with a NUL character') : quoted;
    case 'integer':
      return numberLiteral(type, constant);
    case 'decimal':
      return constant.startsWith('-') ? `(${constant})` : constant.startsWith('.') ? `0${constant}` : constant;
    case 'double':
    case 'float':
      return `CAST('${constant}' AS ${targetType(type)})`;
    case 'date':
    case 'timestamp':
    case 'time':
    case 'uuid':
      return `CAST(${quoteLiteral(constant.replace('(BC)', 'BC'))} AS ${targetType(type)})`;
    default:
      return refuse(`a constant of type ${type.text}`);
  }
}

/** Whole numbers are int4 in PostgreSQL up to 31 bits, then int8, then numeric. */
function numberLiteral(type: DuckType, constant: string): string {
  const target = targetType(type);
  const size = BigInt(constant);
  const natural =
    size >= -(2n ** 31n) && size < 2n ** 31n ? 'int4' : size >= -(2n ** 63n) && size < 2n ** 63n ? 'int8' : 'numeric';
  const written = constant.startsWith('-') ? `(${constant})` : constant;
  return natural === target && (plainNumbers.has(target) || natural === 'int8')
    ? written
    : `CAST(${written} AS ${target})`;
}

function refuse(construct: string): never {
  throw new UntranslatableError(construct);
}
