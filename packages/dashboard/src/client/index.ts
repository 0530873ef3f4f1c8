export { isUnauthenticated } from './api.ts';
export { ask, isTable, methodOf, pathOf, type AnswerTo, type RequestTo, type Source, type Told } from './ask.ts';
export { curlOf, fetchFile, fetchSql, fileAddress, tellsSql, type FileFormat } from './files.ts';
export { closeSession, fetchUser, openSession, type Credentials } from './session.ts';
export { ApiProblem, roles } from '@fluxion/contract';
export type { EndpointId, Rol, Usuario, Vista } from '@fluxion/contract';
