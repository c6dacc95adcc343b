export { type Boss, startBoss } from './boss.ts';
export { startWorkers, stopWorkers } from './work.ts';
export { drainJobs } from './drain.ts';
export { jobSchema } from './queues.ts';
