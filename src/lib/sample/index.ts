export { sampleFiles, type SampleFile, type SampleOptions } from './sample.ts';
export { plantedCause, sampleTimeZone, type PlantedCause } from './cause.ts';
