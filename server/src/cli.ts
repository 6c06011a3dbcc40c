// SPDX-License-Identifier: Apache-2.0
import { Command } from 'commander';
import { runCheckCommand } from '#modules/claims';
import { startFailure } from './main.ts';

const io = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
};

/** The command line: the same use cases as the screens, for the owner of the server. */
export async function runCli(argv: readonly string[]): Promise<void> {
  const program = new Command('tuongminh')
    .description('Tường Minh: mọi con số đều mở ra được')
    .version('0.1.0')
    .helpOption('-h, --help', 'hiện trợ giúp')
    .helpCommand('help [lệnh]', 'trợ giúp của một lệnh');

  program
    .command('start')
    .description('khởi động hệ thống (như npm start)')
    .action(async () => (await import('./main.ts')).main());
  program
    .command('check')
    .description('soát số liệu của một báo cáo: .txt, .docx, .pdf, .html')
    .argument('<tệp>')
    .option('--json', 'in kết quả dạng JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      process.exitCode = await runCheckCommand([file, ...(options.json ? ['--json'] : [])], io);
    });
  const audit = program.command('audit').description('nhật ký thay đổi');
  audit
    .command('verify')
    .description('tính lại toàn bộ chuỗi băm của nhật ký')
    .action(async () => {
      process.exitCode = await (await import('./cli/audit.ts')).verify(io);
    });
  audit
    .command('export')
    .description('xuất nhật ký ra NDJSON để chương trình khác kiểm tra')
    .argument('<tệp>')
    .action(async (file: string) => {
      process.exitCode = await (await import('./cli/audit.ts')).exportTo(file, io);
    });
  program
    .command('openapi')
    .description('in mô tả API (OpenAPI 3.1)')
    .action(async () => (await import('./cli/openapi.ts')).print(io));

  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    io.err(`${startFailure(error)}\n`);
    process.exitCode = 2;
  }
}
