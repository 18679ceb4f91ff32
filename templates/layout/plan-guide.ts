// HuongDan: one page that says how to fill the report in, what the words mean, and what must not be written.

import { formatDay } from '../reporting-period/day';
import { periodLabel } from '../reporting-period/period-code';
import { heightFor, type RowPlan, type SheetPlan, type StyleName } from './sheet-plan';
import type { TemplateRequest } from './template-request';

export const GUIDE_SHEET = 'HuongDan';
const WIDTH = 66;
/** Running text has more characters to a line than the column is wide; the sheet stays one printed page. */
const LINE = 78;

export function planGuide({ form, unit }: TemplateRequest): SheetPlan {
  const { dates, definition } = form;
  const heading = (text: string): RowPlan => line(text, 'section');
  const text = (content: string): RowPlan => line(content, 'text');
  return {
    name: GUIDE_SHEET,
    visibility: 'visible',
    columns: [WIDTH],
    rows: [
      line('HƯỚNG DẪN LẬP BÁO CÁO', 'title'),
      line(`${unit.name} – ${periodLabel(form.period)}`, 'centredBold'),
      text(
        `Số liệu từ ${formatDay(dates.from)} đến hết ${formatDay(dates.to)}. Nộp trước hết ngày ${formatDay(dates.unitDue)}.`,
      ),
      text(
        'Cách nộp: trên thanh công cụ của Excel chọn thẻ “Khoa giáo” → Kiểm tra → Nộp báo cáo. Máy không có phần bổ trợ: lưu tệp rồi nộp ở trang nộp báo cáo (trang /nop của hệ thống).',
      ),
      heading('Làm theo thứ tự'),
      text('1. BiaBC: ghi số, ký hiệu, ngày ký và chức danh người lập biểu.'),
      text('2. PL1 đến PL6: ghi các phụ lục trước; nhiều chỉ tiêu tự tính từ đây.'),
      text('3. ChiTieu: nhập các ô nền vàng ở cột “Kỳ này”. Ô nền xám tự tính, không nhập.'),
      text('4. ThuyetMinh: viết ngắn gọn theo từng mục.'),
      text(
        '5. KiemTra: nêu việc cần làm trước, bấm vào Vị trí để đến ô. Mức E: sửa. Mức W: sửa, hoặc giải trình từ 10 ký tự ở ô Giải trình (cột cuối của ChiTieu và ThuyetMinh, đầu mỗi phụ lục, cuối BiaBC). Sau đó lưu tệp và nộp.',
      ),
      heading('Cách hiểu số liệu'),
      text(
        '• Để trống nghĩa là chưa trả lời; 0 nghĩa là không phát sinh. Cả mục không phát sinh: gõ x ở dòng tên mục.',
      ),
      text('• “Lượt” khác “người”: một đảng viên dự ba hội nghị là 3 lượt, nhưng chỉ là 1 người.'),
      text('• Hội nghị ghép nhiều văn bản: A.01 đếm 1, còn ở Phụ lục 1 ghi vào từng văn bản.'),
      text('• Tỷ lệ phần trăm do bảng tính tự tính từ số liệu gốc, không nhập tay.'),
      text(
        '• Văn bản không áp dụng với đơn vị: chọn Không ở cột “Áp dụng”, các cột sau để trống. Văn bản ngoài danh mục: ghi ở các dòng BS.',
      ),
      heading('Không ghi vào báo cáo'),
      text(
        'Phần mềm chỉ xử lý số liệu tổng hợp về hoạt động của tổ chức đảng. Không ghi tên, ý kiến, tài khoản hay thông tin của cá nhân nào (trừ người ký ở BiaBC), không ghi nội dung thuộc bí mật nhà nước.',
      ),
      heading('Liên hệ'),
      text(definition.board.name),
      heading('In English'),
      text(
        'Fill in the yellow cells only: first the annexes PL1 to PL6, then ChiTieu (column “Kỳ này”), then ThuyetMinh. Blank means not answered, 0 means none. Grey cells are computed. KiemTra lists what to do first: correct every E; correct each W or explain it (10 characters or more) in its “Giải trình” cell; save, and submit on the ribbon tab “Khoa giáo” (Kiểm tra, then Nộp báo cáo), or without the add-in on the upload page (/nop). Aggregate figures only: no names of people and nothing classified.',
      ),
    ],
    print: { orientation: 'portrait' },
    ranges: [],
    highlights: [],
    protected: true,
    tab: 'FF70AD47',
  };
}

function line(content: string, style: StyleName): RowPlan {
  return { height: heightFor(content, LINE, 20), cells: [{ column: 1, content, style }] };
}
