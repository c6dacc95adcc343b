/** Words on whose words a claim is, and on text that is written to a machine. */
export const viClaims = {
  voice: {
    quoted: (words: string) => `Bài đăng trích nguyên lời: “${words}”`,
    reported: (words: string) => `Bài đăng dẫn lời: “${words}”`,
    agrees: (kind: string, model: string, prompt: string) =>
      `Mô hình ngôn ngữ cũng cho là: ${kind} (${model}, lời nhắc ${prompt}).`,
    disagrees: (kind: string, model: string, prompt: string) =>
      `Mô hình ngôn ngữ cho là: ${kind} (${model}, lời nhắc ${prompt}). Khác với phân loại theo quy tắc; kết luận không đổi.`,
  },
  instructions: {
    chip: 'Có lời nhắm vào máy',
    title: 'Lời nhắm vào máy',
    inPost: (count: number) =>
      `Bài đăng có ${count} chỗ viết cho máy đọc. Chỉ được hiển thị, không bao giờ được làm theo.`,
    inPassage:
      'Đoạn trích có lời viết cho máy đọc; chỉ được hiển thị, không bao giờ được làm theo:',
    invisible: 'chữ không nhìn thấy được',
    kinds: {
      ignore_instructions: 'bảo máy bỏ qua chỉ dẫn',
      new_instructions: 'ra chỉ dẫn mới cho máy',
      role_play: 'bảo máy đóng vai',
      role_marker: 'ký hiệu giả vai hệ thống',
      reveal_prompt: 'đòi máy tiết lộ lời nhắc',
      dictated_output: 'bảo máy phải trả lời thế nào',
      machine_addressed: 'gọi máy mà nói',
      hidden_comment: 'chú thích ẩn gửi máy',
      hidden_text: 'chữ ẩn',
      encoded_payload: 'đoạn mã hoá',
    },
  },
};
