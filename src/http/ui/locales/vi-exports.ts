/** Xuất câu trả lời đã được phê duyệt, hồ sơ đối chứng, nơi đã đăng. */
export const viExports = {
  exports: {
    docx: 'Tải Word',
    claimreview: 'Tải ClaimReview',
    bundle: 'Tải hồ sơ đối chứng',
    bundleHint:
      'Hồ sơ có chữ ký của hệ thống; bất kỳ ai cũng kiểm tra lại được mà không cần truy cập hệ thống.',
    published: 'Đã đăng ở đâu',
    nowhere: 'Chưa ai ghi nơi đăng. Hệ thống không tự đăng gì.',
    addedBy: (name: string, time: string) => `${name} ghi, ${time}`,
    url: 'Địa chỉ trang đã đăng',
    urlHint:
      'Bắt đầu bằng https://. Đã ghi thì không xóa được: khi câu trả lời hết hiệu lực, cần biết nó ở đâu.',
    record: 'Ghi nơi đăng',
  },
};

export const viExportProblems = {
  'published:validation:url': {
    message: 'Đây không phải địa chỉ một trang.',
    remedy: 'Ghi địa chỉ bắt đầu bằng https:// hoặc http://, không kèm mật khẩu.',
  },
  'published:not_found:approval': {
    message: 'Không có phê duyệt này.',
    remedy: 'Tải lại trang.',
  },
};
