import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '#messages';
import { sampleFiles, sampleTimeZone } from '#sample';
import { formatNumber } from '#table';
import { jsonOption, type Call, type Command } from './command.ts';
import { exitCodes } from './terminal.ts';
import { textTable } from './text-table.ts';
import { UsageError } from './usage-error.ts';

export const sampleCommand: Command = {
  name: 'sample',
  synopsis: 'DIR [options]',
  summary: 'cli.sample.summary',
  details: 'cli.sample.details',
  options: [jsonOption],
  run,
};

async function run({ args, locale, terminal }: Call): Promise<number> {
  const [folder, ...others] = args.words;
  if (folder === undefined || others.length > 0) throw new UsageError('cli.usage.oneFolder');
  await mkdir(folder, { recursive: true });
  const files = await sampleFiles();
  for (const { name, blob } of files)
    await writeFile(join(folder, name), Buffer.from(await blob.arrayBuffer()));
  if (args.has('json')) {
    const written = files.map(({ name, size }) => ({ file: join(folder, name), size }));
    terminal.out(`${JSON.stringify({ timeZone: sampleTimeZone, files: written }, null, 2)}\n`);
    return exitCodes.fine;
  }
  const columns = [
    { title: say(locale, 'cli.column.file') },
    { title: say(locale, 'cli.column.bytes'), align: 'end' },
  ] as const;
  terminal.out(
    textTable(
      columns,
      files.map(({ name, size }) => [join(folder, name), formatNumber(size, locale)]),
    ),
  );
  terminal.out(`\n${say(locale, 'cli.sample.next', { folder, zone: sampleTimeZone })}\n`);
  return exitCodes.fine;
}
