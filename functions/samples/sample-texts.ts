// The words of the sample reports. Organisations, documents and people are invented.

export const RESULTS = [
  'Đã tổ chức quán triệt tới toàn thể đảng viên; đưa nội dung vào sinh hoạt chi bộ hằng tháng.',
  'Ban hành kế hoạch thực hiện, phân công cấp ủy viên phụ trách, lồng ghép vào chương trình công tác năm.',
  'Tuyên truyền trên trang thông tin điện tử và bảng tin của cơ quan; tổ chức tọa đàm chuyên đề.',
  'Phối hợp với công đoàn, đoàn thanh niên triển khai; cán bộ, người lao động hưởng ứng tích cực.',
  'Hoàn thành các chỉ tiêu đề ra trong quý; tiếp tục theo dõi, đôn đốc việc thực hiện.',
] as const;

export const DIFFICULTIES = [
  'Kinh phí còn hạn chế, chưa bố trí được báo cáo viên chuyên sâu.',
  'Cán bộ phụ trách kiêm nhiệm nhiều việc nên tiến độ còn chậm.',
  'Văn bản mới ban hành, đang chờ hướng dẫn cụ thể của cấp trên.',
] as const;

export const SIGNATORIES = [
  'Nguyễn Thế Khải',
  'Trần Thị Mỹ Uyên',
  'Lê Hoài Đức',
  'Phạm Quỳnh Như',
  'Vũ Đình Thắng',
  'Đỗ Thị Ánh Tuyết',
  'Hoàng Gia Bảo',
  'Bùi Thị Ngọc Điệp',
  'Đặng Hữu Phước',
  'Ngô Thị Thùy Dương',
  'Dương Quốc Việt',
  'Lý Thị Huỳnh Hoa',
] as const;

export const PARTNERS = [
  'Liên đoàn Lao động tỉnh Vạn Hoa',
  'Hội Chữ thập đỏ tỉnh Vạn Hoa',
  'Trung tâm Kiểm soát bệnh tật Vạn Hoa',
  'Hội Khuyến học tỉnh Vạn Hoa',
  'Đoàn Khối các cơ quan tỉnh Vạn Hoa',
] as const;
export const PROGRAMMES = [
  'Chương trình phối hợp tuyên truyền chăm sóc sức khỏe người lao động',
  'Kế hoạch phối hợp phong trào xây dựng xã hội học tập',
  'Chương trình phối hợp bảo vệ môi trường công sở',
  'Kế hoạch phối hợp ngày hội hiến máu tình nguyện',
] as const;
export const CLASSES = [
  'Lớp bồi dưỡng nghiệp vụ công tác khoa giáo năm 2024',
  'Lớp tập huấn kỹ năng báo cáo viên, tuyên truyền viên',
  'Hội nghị tập huấn công tác dân số, gia đình, trẻ em',
  'Lớp tập huấn chuyển đổi số trong công tác tuyên giáo',
] as const;
export const INSPECTIONS = [
  'Việc quán triệt, thực hiện nghị quyết về giáo dục và đào tạo',
  'Việc lãnh đạo công tác chăm sóc, bảo vệ sức khỏe',
  'Việc thực hiện chỉ thị về chăm sóc, giáo dục, bảo vệ trẻ em',
  'Việc thực hiện nghị quyết về khoa học và công nghệ',
] as const;

export function narratives(
  unitName: string,
  periodName: string,
  conferences: number,
): Readonly<Record<string, string>> {
  return {
    TM_T_1: `${unitName} có đội ngũ cán bộ, đảng viên ổn định, nội bộ đoàn kết. ${periodName}, cấp ủy đã lãnh đạo, chỉ đạo kịp thời công tác khoa giáo, ban hành kế hoạch và phân công nhiệm vụ cụ thể.`,
    TM_T_2: `Đã tổ chức ${conferences} hội nghị quán triệt, học tập; nội dung khoa giáo được đưa vào sinh hoạt chi bộ.\nCông tác tuyên truyền được thực hiện qua trang thông tin điện tử, bảng tin và các buổi nói chuyện chuyên đề.`,
    TM_T_3:
      'Giáo dục và đào tạo: duy trì phong trào học tập thường xuyên.\nY tế: tổ chức khám sức khỏe định kỳ, hưởng ứng hiến máu tình nguyện.\nMôi trường: thực hiện “Công sở xanh – sạch – đẹp”.',
    TM_T_5:
      'Việc sơ kết một số văn bản còn chậm; hình thức tuyên truyền chưa thật phong phú, số lượng tin, bài về khoa giáo còn ít.',
    TM_T_6:
      'Khách quan: khối lượng công việc chuyên môn lớn. Chủ quan: cán bộ phụ trách kiêm nhiệm, chưa chủ động tham mưu.',
    TM_T_7:
      'Tiếp tục quán triệt các văn bản mới; hoàn thành các nhiệm vụ khoa giáo trong kế hoạch năm; chuẩn bị các cuộc kiểm tra, giám sát theo chương trình.',
    TM_T_8: 'Đề nghị Ban Tuyên giáo mở lớp bồi dưỡng nghiệp vụ công tác khoa giáo cho cán bộ cơ sở.',
  };
}
