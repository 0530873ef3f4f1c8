export { cast, castTo } from './cast.ts';
export { alike, assertComparable, compare, signOf, unified } from './comparison.ts';
export { constantOf } from './constant.ts';
export { condition, write, type Knowledge } from './expression.ts';
export { direction } from './order.ts';
export { familyOf, ordered, targetType, types, type Typed } from './typed.ts';
export { windowCall } from './window.ts';
