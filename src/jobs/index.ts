export { type Boss, jobQueue, startBoss } from './boss.ts';
export { startWorkers, stopWorkers } from './work.ts';
