export { treatments, type PersonalField, type Treatment } from './fields.ts';
export { maskedSelectSql, type Choices, type Masking } from './masked-select.ts';
export { scanPersonal, type Finding } from './scan.ts';
export { maskedTextSql, personalKinds, type PersonalKind } from './text-mask.ts';
