import { commonEn } from './common.ts';
import { engineEn } from './engine.ts';
import { sqlEn } from './sql.ts';
import { editorEn } from './editor.ts';
import { timeEn } from './time.ts';
import { importEn } from './import.ts';
import { importReaderEn } from './import-reader.ts';
import { importReviewEn } from './import-review.ts';
import { notebookEn } from './notebook.ts';
import { kpiEn } from './kpi.ts';
import { kpiFileEn } from './kpi-file.ts';
import { outputEn } from './output.ts';
import { gridEn } from './grid.ts';
import { runtimeEn } from './runtime.ts';
import { editorsEn } from './editors.ts';
import { foldersEn } from './folders.ts';
import { graphEn } from './graph.ts';
import { walkthroughEn } from './walkthrough.ts';
import { searchEn } from './search.ts';
import { workspaceEn } from './workspace.ts';
import { updateEn } from './update.ts';
import { workbenchEn } from './workbench.ts';
import { dataEn } from './data.ts';
import { bundleEn } from './bundle.ts';
import { compareEn } from './compare.ts';
import { calendarsEn } from './calendars.ts';
import { conventionsEn } from './conventions.ts';
import { sourcesEn } from './sources.ts';
import { importReportEn } from './import-report.ts';
import { mappingEn } from './mapping.ts';
import { meaningEn } from './meaning.ts';
import { galleryEn } from './gallery.ts';
import { reconcileEn } from './reconcile.ts';
import { targetsEn } from './targets.ts';
import { notebookEditorEn } from './notebook-editor.ts';
import { notebookViewEn } from './notebook-view.ts';
import { preflightEn } from './preflight.ts';
import { explainEn } from './explain.ts';
import { causeEn } from './cause.ts';
import { eventsEn } from './events.ts';
import { explainingEn } from './explaining.ts';
import { exportEn } from './export.ts';
import { reportingEn } from './reporting.ts';
import { cliEn } from './cli.ts';
import { sampleEn } from './sample.ts';
import { historyEn } from './history.ts';
import { sharingEn } from './sharing.ts';

/** Every sentence the user can see, in English: one file an area, keys `area.name`. */
export const messagesEn = {
  ...commonEn,
  ...engineEn,
  ...sqlEn,
  ...editorEn,
  ...timeEn,
  ...importEn,
  ...importReaderEn,
  ...importReviewEn,
  ...notebookEn,
  ...kpiEn,
  ...kpiFileEn,
  ...outputEn,
  ...gridEn,
  ...runtimeEn,
  ...editorsEn,
  ...foldersEn,
  ...graphEn,
  ...walkthroughEn,
  ...searchEn,
  ...workspaceEn,
  ...updateEn,
  ...workbenchEn,
  ...dataEn,
  ...bundleEn,
  ...compareEn,
  ...calendarsEn,
  ...conventionsEn,
  ...sourcesEn,
  ...importReportEn,
  ...mappingEn,
  ...meaningEn,
  ...galleryEn,
  ...reconcileEn,
  ...targetsEn,
  ...notebookEditorEn,
  ...notebookViewEn,
  ...preflightEn,
  ...explainEn,
  ...explainingEn,
  ...causeEn,
  ...eventsEn,
  ...exportEn,
  ...reportingEn,
  ...cliEn,
  ...sampleEn,
  ...historyEn,
  ...sharingEn,
} as const;
