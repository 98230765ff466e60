/**
 * What every connection starts with, before anything else is asked of it: nothing is fetched, and errors come as data
 * (their type and place), not as sentences to be taken apart.
 */
export const sessionSettings = [
  'set autoload_known_extensions = false',
  'set autoinstall_known_extensions = false',
  'set errors_as_json = true',
].join('; ');
