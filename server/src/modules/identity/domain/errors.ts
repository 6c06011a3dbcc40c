// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

export const identityErrors: ErrorCatalogue = {
  'identity.account_not_found': {
    kind: 'not_found',
    vi: 'Không có tài khoản này, hoặc tài khoản nằm ngoài phạm vi quản trị của ông/bà.',
    en: 'There is no such account within your administration.',
  },
  'identity.email_taken': {
    kind: 'conflict',
    vi: 'Thư điện tử {email} đã thuộc một tài khoản khác. Dùng địa chỉ khác hoặc tìm tài khoản đó.',
    en: 'The address {email} belongs to another account.',
  },
  'identity.password_weak': {
    kind: 'invalid',
    vi: 'Mật khẩu cần ít nhất {minimum} ký tự và không trùng thư điện tử.',
    en: 'The password needs at least {minimum} characters and must differ from the address.',
  },
  'identity.password_unchanged': {
    kind: 'invalid',
    vi: 'Mật khẩu mới trùng mật khẩu đang dùng. Chọn một mật khẩu khác.',
    en: 'The new password is the one in use. Choose another.',
  },
  'identity.password_change_needed': {
    kind: 'forbidden',
    vi: 'Tài khoản đang dùng mật khẩu do quản trị cấp. Mời đổi mật khẩu, sau đó mọi chức năng sẽ mở.',
    en: 'This account still has the password it was given. Change it first; everything else opens then.',
  },
  'identity.account_disabled': {
    kind: 'forbidden',
    vi: 'Tài khoản này đã ngừng sử dụng nên không đăng nhập được. Liên hệ quản trị hệ thống của đơn vị.',
    en: 'This account is no longer in use. Ask your administrator.',
  },
  'identity.account_nowhere': {
    kind: 'invalid',
    vi: 'Tài khoản cần ít nhất một chức vụ hoặc một quyền tại một đơn vị, nếu không sẽ không quản trị viên nào tìm thấy nữa.',
    en: 'An account needs at least one position or right at a unit, or no administrator would find it again.',
  },
  'identity.grant_outside': {
    kind: 'forbidden',
    vi: 'Chỉ cấp được quyền tại các đơn vị thuộc phạm vi quản trị của ông/bà.',
    en: 'You can grant rights only at units you administer.',
  },
  'identity.account_shared': {
    kind: 'forbidden',
    vi: 'Tài khoản này còn giữ quyền ở đơn vị ngoài phạm vi của ông/bà, nên chỉ quản trị cấp trên sửa được.',
    en: 'This account also holds rights outside your units; only a higher administrator can change it.',
  },
  'identity.own_account': {
    kind: 'conflict',
    vi: 'Không thể tự ngừng sử dụng hoặc tự bỏ quyền quản trị của chính mình.',
    en: 'You cannot disable or demote your own account.',
  },
  'identity.dates_reversed': {
    kind: 'invalid',
    vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
    en: 'The end must not be before the beginning.',
  },
  'identity.position_unknown': {
    kind: 'invalid',
    vi: 'Có quyền gắn với một chức vụ không còn trong danh sách chức vụ. Chọn lại chức vụ cho quyền đó, hoặc chọn mọi chức vụ.',
    en: 'A right is bound to a position that is not in the list. Choose its position again, or every position.',
  },
  'identity.grant_not_ended': {
    kind: 'conflict',
    vi: 'Quyền này không còn chờ chuyển: đơn vị vẫn hoạt động, quyền đã hết hạn, hoặc người khác vừa chuyển xong. Tải lại danh sách.',
    en: 'This right does not wait to be passed on any more. Load the list again.',
  },
  'identity.not_an_heir': {
    kind: 'invalid',
    vi: '{unit} không phải đơn vị kế thừa của {old}. Chọn một trong các đơn vị kế thừa.',
    en: '{unit} did not succeed {old}. Choose one of its heirs.',
  },
};
