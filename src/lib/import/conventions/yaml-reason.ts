/** What YAML's reader stumbles over most, in plain words. */
const reasons: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'kpi-file.yaml.twice',
  TAB_AS_INDENT: 'kpi-file.yaml.tab',
  BAD_INDENT: 'kpi-file.yaml.indent',
  MISSING_CHAR: 'kpi-file.yaml.open',
  BAD_SCALAR_START: 'kpi-file.yaml.quotes',
  BAD_DQ_ESCAPE: 'kpi-file.yaml.quotes',
  BLOCK_AS_IMPLICIT_KEY: 'kpi-file.yaml.quotes',
  MULTILINE_IMPLICIT_KEY: 'kpi-file.yaml.colon',
};

/** The code of the sentence for an error of YAML’s reader. */
export function yamlReason(code: string): string {
  return reasons[code] ?? 'kpi-file.yaml.other';
}
