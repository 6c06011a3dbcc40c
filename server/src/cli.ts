// SPDX-License-Identifier: Apache-2.0
import { Command } from 'commander';
import { runCheckCommand } from '#modules/claims';
import type { DistributeOptions } from './cli/distribute.ts';
import type { ImportOptions } from './cli/import-dossiers.ts';
import type { IndexImportOptions } from './cli/import-index.ts';
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
    .option('--expect <mã-băm>', 'một mã băm đã ghi nhận ở nơi khác, phải còn trong chuỗi')
    .action(async (options: { expect?: string }) => {
      process.exitCode = await (await import('./cli/audit.ts')).verify(io, options.expect);
    });
  audit
    .command('export')
    .description('xuất nhật ký ra NDJSON để chương trình khác kiểm tra')
    .argument('<tệp>')
    .action(async (file: string) => {
      process.exitCode = await (await import('./cli/audit.ts')).exportTo(file, io);
    });
  program
    .command('backup')
    .description('sao lưu cơ sở dữ liệu và kho tệp, cả khi hệ thống đang chạy')
    .argument('<thư-mục>', 'thư mục mới sẽ chứa bản sao lưu')
    .action(async (folder: string) => {
      process.exitCode = await (await import('./cli/backup.ts')).backUp(folder, io);
    });
  program
    .command('restore')
    .description('khôi phục bản sao lưu vào thư mục dữ liệu hoặc cơ sở dữ liệu còn trống')
    .argument('<thư-mục>', 'thư mục chứa bản sao lưu')
    .action(async (folder: string) => {
      process.exitCode = await (await import('./cli/backup.ts')).restore(folder, io);
    });
  addImport(program);
  addStatistics(program);
  addServiceIndex(program);
  addDistribute(program);
  program
    .command('replay')
    .description('tính lại mọi điểm và thứ hạng của một gói dữ liệu đã công bố (.zip hoặc thư mục)')
    .argument('<gói>')
    .option('--expect <mã-băm>', 'mã băm SHA-256 của lần công bố: gói không thuộc lần công bố đó thì báo khác')
    .action(async (path: string, { expect }: { expect?: string }) => {
      process.exitCode = await (await import('./cli/replay.ts')).replay(path, io, expect);
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

function addStatistics(program: Command): void {
  program
    .command('statistics')
    .description('số liệu thống kê hồ sơ')
    .command('verify')
    .description('đếm lại toàn bộ hồ sơ và so với số liệu đang giữ')
    .action(async () => {
      process.exitCode = await (await import('./cli/statistics.ts')).verify(io);
    });
}

function addServiceIndex(program: Command): void {
  const index = program.command('service-index').description('bộ chỉ số phục vụ người dân, doanh nghiệp (Quyết định 766/QĐ-TTg)');
  index
    .command('import')
    .description('nạp phản hồi của Cổng Dịch vụ công quốc gia: tệp JSON, hoặc mọi phản hồi của một lượt lấy số liệu')
    .argument('[tệp...]')
    .option('--run <id>', 'lượt lấy số liệu đã lưu')
    .option('--period <kỳ>', 'kỳ của số liệu khi tệp không ghi: 2026, 2026-Q3, 2026-08')
    .option('--as-of <ngày>', 'ngày của số liệu khi tệp không ghi: 2026-10-05')
    .option('--procedure <mã>', 'thủ tục mà số liệu được lọc theo')
    .option('--unit <mã>', 'đơn vị mà số liệu thuộc về; bỏ trống là toàn tỉnh')
    .action(async (names: string[], options: IndexImportOptions) => {
      process.exitCode = await (await import('./cli/import-index.ts')).importIndex(names, options, io);
    });
  index
    .command('recompute')
    .description('tính lại tỷ lệ và điểm của từng dòng số liệu: mỗi dòng một đối tượng JSON')
    .argument('<tệp>')
    .action(async (file: string) => {
      process.exitCode = await (await import('./cli/service-index.ts')).recompute(file, io);
    });
}

function addDistribute(program: Command): void {
  program
    .command('distribute')
    .description('chia các bảng lớn ra nhiều máy (cần phần mở rộng Citus); chạy lại được khi bị ngắt')
    .option('--dry-run', 'chỉ xem sẽ làm gì')
    .option('--parts <số>', 'số phần của mỗi bảng; bỏ trống là theo Citus (32)', Number)
    .action(async (options: DistributeOptions) => {
      process.exitCode = await (await import('./cli/distribute.ts')).distributeTables(options, io);
    });
}

function addImport(program: Command): void {
  program
    .command('import')
    .description('nạp dữ liệu từ tệp')
    .command('dossiers')
    .description('nạp hồ sơ: .csv, .xlsx, .json, .ndjson')
    .argument('<tệp>')
    .option('--good-rows', 'ghi các dòng đúng, bỏ lại các dòng lỗi')
    .option('--dry-run', 'chỉ đọc và soát, không ghi gì')
    .option('--mapping <tên>', 'cách ghép cột đã lưu')
    .option('--unit <mã>', 'đơn vị mà lần nạp thuộc về; bỏ trống là toàn tỉnh')
    .option('--generated', 'đánh dấu là dữ liệu do chương trình tạo ra')
    .action(async (file: string, options: ImportOptions) => {
      process.exitCode = await (await import('./cli/import-dossiers.ts')).importDossiers(file, options, io);
    });
}
