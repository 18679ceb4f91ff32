// What is wrong with the text of an expression, in Vietnamese: our own words, and those of the parser, which speaks English.

const WORDS: readonly (readonly [pattern: RegExp, vi: string])[] = [
  [/^Function outside the allowed list: (.*)$/, 'hàm ngoài danh sách cho phép: $1'],
  [/^Wrong number of arguments \((\d+)\): (.*)$/, 'số tham số ($1) không đúng với $2'],
  [/^What is counted must be a name: (.*)$/, 'thứ được đếm phải là một tên: $1'],
  [/^ISBLANK asks about a name: .*$/, 'ISBLANK chỉ hỏi về một tên'],
  [/^The pattern must be a text: .*$/, 'mẫu chữ phải viết thẳng trong ngoặc kép'],
  [/^The pattern cannot be read: (.*)$/, 'mẫu chữ không đọc được: $1'],
  [/^Text is written in double quotes: (.*)$/, 'chữ phải đặt trong ngoặc kép: $1'],
  [/^Text is written without \\": (.*)$/, 'trong chữ không dùng \\": $1'],
  [/^Not part of the rule language: (.*)$/, 'không thuộc ngôn ngữ quy tắc: $1'],
  [/^Nothing here$/, 'chưa có gì'],
  [/^An operator is missing before this$/, 'thiếu phép tính trước chỗ này'],
  [/^A comma is missing between two arguments$/, 'thiếu dấu phẩy giữa hai tham số'],
  [/^Unclosed (.*)$/, 'chưa đóng $1'],
  [/^Expected expression after (.*)$/, 'thiếu giá trị sau $1'],
  [/^Expected (.*)$/, 'thiếu $1'],
  [/^Unexpected (.*)$/, 'không chờ $1 ở đây'],
  [/^Variable names cannot start with a number.*$/, 'tên không bắt đầu bằng chữ số'],
];

/** A message that is not known comes back as it is. */
export function inVietnamese(message: string): string {
  for (const [pattern, vi] of WORDS) if (pattern.test(message)) return message.replace(pattern, vi);
  return message;
}
