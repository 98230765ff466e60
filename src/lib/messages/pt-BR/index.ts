import { commonPtBR } from './common.ts';
import { enginePtBR } from './engine.ts';
import { sqlPtBR } from './sql.ts';
import { editorPtBR } from './editor.ts';
import { timePtBR } from './time.ts';
import { importPtBR } from './import.ts';
import { importReaderPtBR } from './import-reader.ts';
import { importReviewPtBR } from './import-review.ts';
import { notebookPtBR } from './notebook.ts';
import { kpiPtBR } from './kpi.ts';
import { kpiFilePtBR } from './kpi-file.ts';
import { outputPtBR } from './output.ts';
import { gridPtBR } from './grid.ts';
import { runtimePtBR } from './runtime.ts';
import { editorsPtBR } from './editors.ts';
import { foldersPtBR } from './folders.ts';
import { graphPtBR } from './graph.ts';
import { walkthroughPtBR } from './walkthrough.ts';
import { searchPtBR } from './search.ts';
import { workspacePtBR } from './workspace.ts';
import { updatePtBR } from './update.ts';
import { workbenchPtBR } from './workbench.ts';
import { dataPtBR } from './data.ts';
import { bundlePtBR } from './bundle.ts';
import { comparePtBR } from './compare.ts';
import { calendarsPtBR } from './calendars.ts';
import { conventionsPtBR } from './conventions.ts';
import { sourcesPtBR } from './sources.ts';
import { importReportPtBR } from './import-report.ts';
import { mappingPtBR } from './mapping.ts';
import { meaningPtBR } from './meaning.ts';
import { galleryPtBR } from './gallery.ts';
import { reconcilePtBR } from './reconcile.ts';
import { targetsPtBR } from './targets.ts';
import { notebookEditorPtBR } from './notebook-editor.ts';
import { notebookViewPtBR } from './notebook-view.ts';
import { preflightPtBR } from './preflight.ts';
import { explainPtBR } from './explain.ts';
import { causePtBR } from './cause.ts';
import { eventsPtBR } from './events.ts';
import { explainingPtBR } from './explaining.ts';
import { exportPtBR } from './export.ts';
import { reportingPtBR } from './reporting.ts';
import { cliPtBR } from './cli.ts';
import { samplePtBR } from './sample.ts';
import { historyPtBR } from './history.ts';
import { sharingPtBR } from './sharing.ts';

/** Every sentence the user can see, in Brazilian Portuguese. */
export const messagesPtBR = {
  ...commonPtBR,
  ...enginePtBR,
  ...sqlPtBR,
  ...editorPtBR,
  ...timePtBR,
  ...importPtBR,
  ...importReaderPtBR,
  ...importReviewPtBR,
  ...notebookPtBR,
  ...kpiPtBR,
  ...kpiFilePtBR,
  ...outputPtBR,
  ...gridPtBR,
  ...runtimePtBR,
  ...editorsPtBR,
  ...foldersPtBR,
  ...graphPtBR,
  ...walkthroughPtBR,
  ...searchPtBR,
  ...workspacePtBR,
  ...updatePtBR,
  ...workbenchPtBR,
  ...dataPtBR,
  ...bundlePtBR,
  ...comparePtBR,
  ...calendarsPtBR,
  ...conventionsPtBR,
  ...sourcesPtBR,
  ...importReportPtBR,
  ...mappingPtBR,
  ...meaningPtBR,
  ...galleryPtBR,
  ...reconcilePtBR,
  ...targetsPtBR,
  ...notebookEditorPtBR,
  ...notebookViewPtBR,
  ...preflightPtBR,
  ...explainPtBR,
  ...explainingPtBR,
  ...causePtBR,
  ...eventsPtBR,
  ...exportPtBR,
  ...reportingPtBR,
  ...cliPtBR,
  ...samplePtBR,
  ...historyPtBR,
  ...sharingPtBR,
};
