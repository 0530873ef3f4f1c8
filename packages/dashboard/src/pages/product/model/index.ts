export {
  coursePatch,
  kindPatch,
  movementKinds,
  readProduct,
  type MovementKind,
  type ProductAddress,
} from './address.ts';
export { courseOf, isBlank, stepOf, type CoursePlace, type SeriesDay, type Step } from './course.ts';
export { rowsOf, totalCover, totalOf, type Cover, type StoresTotal, type StoreStock, type Story } from './stock.ts';
